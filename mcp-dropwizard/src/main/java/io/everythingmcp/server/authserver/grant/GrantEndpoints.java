package io.everythingmcp.server.authserver.grant;

import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.RegisteredClients;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.authserver.token.AccessTokenService;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.authserver.token.StoreValueSealer;
import io.everythingmcp.server.store.StateStore;
import java.time.Clock;
import java.util.Map;

/** Endpoints for tokens: token, revocation and introspection. */
public final class GrantEndpoints {
  private final Parts parts;
  private final RefreshTokenStore refresh;
  private final AuthorizationCodeStore codes;
  private final TokenIssuer issuance;

  /** Creates the shared components of the endpoints. */
  public GrantEndpoints(StateStore store, Parts parts, CredentialLifetimes lifetimes, Clock clock) {
    this.parts = parts;
    this.refresh =
        new RefreshTokenStore(
            store,
            parts.grants(),
            new RefreshResponseCache(store, parts.sealer(), lifetimes.refreshReuse()),
            lifetimes.refreshToken());
    this.codes = new AuthorizationCodeStore(store, parts.grants(), lifetimes.code());
    this.issuance =
        new TokenIssuer(
            parts.grants(), parts.access(), refresh, parts.registered(), lifetimes, clock);
  }

  /**
   * Components from other packages.
   *
   * @param grants all grants
   * @param access access tokens
   * @param registered receives the use of clients
   * @param sealer encrypts repeated responses
   * @param resources supported resources
   * @param scopes supported scopes
   */
  public record Parts(
      AuthorizationGrantStore grants,
      AccessTokenService access,
      RegisteredClients registered,
      StoreValueSealer sealer,
      ResourceIndicators resources,
      ScopeRule scopes) {}

  /** Returns the store of authorization codes. */
  public AuthorizationCodeStore codes() {
    return codes;
  }

  /** Returns the token endpoint. */
  public OAuthEndpoint token(ClientAuthenticator clients) {
    return new TokenEndpoint(
        clients,
        Map.of(
            "authorization_code",
            new AuthorizationCodeGrantHandler(codes, parts.resources(), issuance),
            "refresh_token",
            new RefreshTokenGrantHandler(refresh, parts, issuance)));
  }

  /** Returns the revocation endpoint. */
  public OAuthEndpoint revocation(ClientAuthenticator clients) {
    return new RevocationEndpoint(clients, parts.access(), refresh, parts.grants());
  }

  /** Explains them to resource servers. */
  public OAuthEndpoint introspection(String issuer, ClientAuthenticator resourceServers) {
    return new IntrospectionEndpoint(issuer, resourceServers, parts.access());
  }
}
