package io.everythingmcp.server.auth.server.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.everythingmcp.server.auth.audit.AuthenticationLog;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.RegisteredClients;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.token.AccessToken;
import io.everythingmcp.server.auth.server.token.AccessTokens;
import io.everythingmcp.server.auth.server.token.Installation;
import io.everythingmcp.server.auth.server.token.Installations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a client its tokens, when all is decided. */
final class Issuance {
  private final Installations installations;
  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final RegisteredClients registered;
  private final Lifetimes lives;
  private final Clock clock;

  Issuance(
      Installations installations,
      AccessTokens access,
      RefreshTokens refresh,
      RegisteredClients registered,
      Lifetimes lives,
      Clock clock) {
    this.installations = installations;
    this.access = access;
    this.refresh = refresh;
    this.registered = registered;
    this.lives = lives;
    this.clock = clock;
  }

  /** What must have been decided: what for, and where. */
  interface Extent {
    /** What the tokens will be good for, of what was granted. */
    Set<String> scopes(Installation granted) throws Refusal;

    /** Where they will be good, of what was granted. */
    List<String> resources(Installation granted) throws Refusal;
  }

  /** Tokens of a grant, which lives on from now. */
  Tokens issue(Client client, String installation, Extent extent) throws Refusal {
    boolean again = client.grants().contains("refresh_token");
    Duration life = again ? lives.refreshToken() : lives.accessToken();
    Installation granted = installations.prolong(installation, life).orElseThrow(Issuance::ended);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Set<String> scopes = extent.scopes(granted);
    AccessToken token =
        new AccessToken(
            installation,
            granted.clientId(),
            granted.subject(),
            scopes,
            extent.resources(granted),
            now,
            now.plus(lives.accessToken()));
    String text = access.issue(token).orElseThrow(Issuance::ended);
    registered.used(client);
    AuthenticationLog.happened(
        "token_issued",
        granted.clientId(),
        granted.subject(),
        "scope=\"" + String.join(" ", scopes.stream().sorted().toList()) + "\"");
    return new Tokens(
        text,
        lives.accessToken(),
        again ? Optional.of(refresh.issue(installation, client.id())) : Optional.empty(),
        scopes);
  }

  private static Refusal ended() {
    return new Refusal(
        OAuth2Error.INVALID_GRANT, "The grant has ended or was revoked", Rule.rfc(6749, "5.2"));
  }
}
