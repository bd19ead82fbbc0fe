package io.everythingmcp.server.authserver.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RegisteredClients;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.authserver.token.AccessTokenService;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.authserver.token.IssuedAccessToken;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issues the tokens of an approved grant. */
final class TokenIssuer {
  private final AuthorizationGrantStore grants;
  private final AccessTokenService access;
  private final RefreshTokenStore refresh;
  private final RegisteredClients registered;
  private final CredentialLifetimes lifetimes;
  private final Clock clock;

  TokenIssuer(
      AuthorizationGrantStore grants,
      AccessTokenService access,
      RefreshTokenStore refresh,
      RegisteredClients registered,
      CredentialLifetimes lifetimes,
      Clock clock) {
    this.grants = grants;
    this.access = access;
    this.refresh = refresh;
    this.registered = registered;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /** Scopes and resources for which tokens are issued. */
  interface Extent {
    /** Returns the scopes of the tokens, a subset of the granted ones. */
    Set<String> scopes(AuthorizationGrant granted) throws OAuthException;

    /** Returns the resources of the tokens, a subset of the granted ones. */
    List<String> resources(AuthorizationGrant granted) throws OAuthException;
  }

  /** Issues tokens of a grant and extends its lifetime. */
  IssuedTokens issue(OAuthClient client, String grantId, Extent extent) throws OAuthException {
    boolean again = client.grants().contains("refresh_token");
    Duration life = again ? lifetimes.refreshToken() : lifetimes.accessToken();
    AuthorizationGrant granted = grants.extend(grantId, life).orElseThrow(TokenIssuer::grantEnded);
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Set<String> scopes = extent.scopes(granted);
    IssuedAccessToken token =
        new IssuedAccessToken(
            grantId,
            granted.clientId(),
            granted.subject(),
            scopes,
            extent.resources(granted),
            now,
            now.plus(lifetimes.accessToken()));
    String text = access.issue(token).orElseThrow(TokenIssuer::grantEnded);
    registered.used(client);
    AuthenticationLog.happened(
        "token_issued",
        granted.clientId(),
        granted.subject(),
        "scope=\"" + String.join(" ", scopes.stream().sorted().toList()) + "\"");
    return new IssuedTokens(
        text,
        lifetimes.accessToken(),
        again ? Optional.of(refresh.issue(grantId, client.id())) : Optional.empty(),
        scopes);
  }

  private static OAuthException grantEnded() {
    return new OAuthException(
        OAuth2Error.INVALID_GRANT,
        "The grant has ended or was revoked",
        SpecificationReference.rfc(6749, "5.2"));
  }
}
