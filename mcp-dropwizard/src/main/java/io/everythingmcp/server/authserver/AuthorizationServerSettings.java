package io.everythingmcp.server.authserver;

import io.everythingmcp.server.authserver.access.AccessRule;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectSchemes;
import io.everythingmcp.server.authserver.consent.ConsentStore;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Settings of an authorization server.
 *
 * @param issuer issuer URL, without a slash at the end
 * @param resources maps a requested resource to the audience of tokens; empty if it is not a valid
 *     resource
 * @param resource default audience of tokens
 * @param lifetimes lifetimes
 * @param jwt whether access tokens are JWTs; otherwise opaque
 * @param registration whether dynamic client registration is enabled
 * @param pending maximum numbers of stored entries without an approved grant
 * @param clients pre-registered clients
 * @param resourceServer client that may introspect; empty for none
 * @param documents settings of client ID metadata documents
 * @param users settings that concern users
 * @param secret encryption key for the store; empty for a key in the store
 */
public record AuthorizationServerSettings(
    String issuer,
    Function<String, Optional<String>> resources,
    String resource,
    CredentialLifetimes lifetimes,
    boolean jwt,
    boolean registration,
    PendingLimits pending,
    List<OAuthClient> clients,
    Optional<OAuthClient> resourceServer,
    Documents documents,
    UserRules users,
    String secret) {

  /**
   * Maximum numbers of entries that are stored without an approved grant.
   *
   * @param registrations dynamic registrations
   * @param authorizations pending authorization requests, and pushed authorization requests
   */
  public record PendingLimits(int registrations, int authorizations) {}

  /**
   * Settings that concern users and their applications.
   *
   * @param scopes scopes in addition to the standard ones, with descriptions
   * @param access access rules of users
   * @param schemes allowed custom redirect schemes
   * @param local how consent to a native client without a secret is stored
   */
  public record UserRules(
      Supplier<Map<String, String>> scopes,
      AccessRule access,
      RedirectSchemes schemes,
      ConsentStore.Local local) {}

  /**
   * Settings of client ID metadata documents.
   *
   * @param allowed whether they are supported
   * @param loopback whether they may be on loopback addresses; for development
   * @param longest maximum size in bytes
   * @param timeout total timeout
   */
  public record Documents(boolean allowed, boolean loopback, int longest, Duration timeout) {}

  URI at(String path) {
    return URI.create(issuer + path);
  }

  @Override
  public String toString() {
    return "AuthorizationServerSettings[" + issuer + "]";
  }
}
