package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.client.RegisteredClients;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.endpoint.ScopeRule;
import io.everythingmcp.server.auth.server.token.AccessTokens;
import io.everythingmcp.server.auth.server.token.Installations;
import io.everythingmcp.server.auth.server.token.Sealer;
import io.everythingmcp.server.store.Store;
import java.time.Clock;
import java.util.Map;

/** The endpoints that give, take back and explain tokens, put together. */
public final class Grants {
  private final Parts parts;
  private final RefreshTokens refresh;
  private final Codes codes;
  private final Issuance issuance;

  /** What the endpoints share. */
  public Grants(Store store, Parts parts, Lifetimes lives, Clock clock) {
    this.parts = parts;
    this.refresh =
        new RefreshTokens(
            store,
            parts.installations(),
            new RefreshAnswers(store, parts.sealer(), lives.refreshReuse()),
            lives.refreshToken());
    this.codes = new Codes(store, parts.installations(), lives.code());
    this.issuance =
        new Issuance(
            parts.installations(), parts.access(), refresh, parts.registered(), lives, clock);
  }

  /**
   * What comes from elsewhere.
   *
   * @param installations all grants
   * @param access writes and reads access tokens
   * @param registered hears which clients are in use
   * @param sealer keeps answers that may be given again
   * @param resources where tokens may be good
   * @param scopes what for
   */
  public record Parts(
      Installations installations,
      AccessTokens access,
      RegisteredClients registered,
      Sealer sealer,
      Resources resources,
      ScopeRule scopes) {}

  /** Where codes come from. */
  public Codes codes() {
    return codes;
  }

  /** Gives tokens. */
  public Endpoint token(ClientAuthenticator clients) {
    return new TokenEndpoint(
        clients,
        Map.of(
            "authorization_code",
            new CodeGrant(codes, parts.resources(), issuance),
            "refresh_token",
            new RefreshGrant(refresh, parts, issuance)));
  }

  /** Takes them back. */
  public Endpoint revocation(ClientAuthenticator clients) {
    return new RevocationEndpoint(clients, parts.access(), refresh, parts.installations());
  }

  /** Explains them to resource servers. */
  public Endpoint introspection(String issuer, ClientAuthenticator resourceServers) {
    return new IntrospectionEndpoint(issuer, resourceServers, parts.access());
  }
}
