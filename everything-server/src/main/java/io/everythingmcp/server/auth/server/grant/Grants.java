package io.everythingmcp.server.auth.server.grant;

import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.client.RegisteredClients;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Lifetimes;
import io.everythingmcp.server.auth.server.endpoint.Resources;
import io.everythingmcp.server.auth.server.token.AccessTokens;
import io.everythingmcp.server.auth.server.token.Installations;
import io.everythingmcp.server.store.Store;
import java.time.Clock;
import java.util.Map;

/** The endpoints that give, take back and explain tokens, put together. */
public final class Grants {
  private final Installations installations;
  private final AccessTokens access;
  private final RefreshTokens refresh;
  private final Codes codes;
  private final Issuance issuance;

  /**
   * What the endpoints share.
   *
   * @param registered hears which clients are in use
   */
  public Grants(
      Store store,
      Installations installations,
      AccessTokens access,
      RegisteredClients registered,
      Lifetimes lives,
      Clock clock) {
    this.installations = installations;
    this.access = access;
    this.refresh = new RefreshTokens(store, installations, lives.refreshToken());
    this.codes = new Codes(store, installations, lives.code());
    this.issuance = new Issuance(installations, access, refresh, registered, lives, clock);
  }

  /** Where codes come from. */
  public Codes codes() {
    return codes;
  }

  /** Gives tokens. */
  public Endpoint token(ClientAuthenticator clients, Resources resources) {
    return new TokenEndpoint(
        clients,
        Map.of(
            "authorization_code",
            new CodeGrant(codes, resources, issuance),
            "refresh_token",
            new RefreshGrant(refresh, installations, resources, issuance)));
  }

  /** Takes them back. */
  public Endpoint revocation(ClientAuthenticator clients) {
    return new RevocationEndpoint(clients, access, refresh, installations);
  }

  /** Explains them to resource servers. */
  public Endpoint introspection(String issuer, ClientAuthenticator resourceServers) {
    return new IntrospectionEndpoint(issuer, resourceServers, access);
  }
}
