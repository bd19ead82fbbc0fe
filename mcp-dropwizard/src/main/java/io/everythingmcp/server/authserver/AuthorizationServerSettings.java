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
 * What an authorization server is like.
 *
 * @param issuer its name and address, without a slash at the end
 * @param resources what a resource that is asked for is called in tokens; empty for what is none
 * @param resource what a token is for when nobody says
 * @param lives how long things live
 * @param jwt whether access tokens are JWT; else opaque
 * @param registration whether clients may register themselves
 * @param maxPendingRegistrations how many registrations may wait for a person who lets them in
 * @param clients known beforehand
 * @param resourceServer who may introspect; empty for nobody
 * @param documents about clients
 * @param people what depends on them
 * @param secret encrypts what must not be read in the store; empty for one in the store
 */
public record AuthorizationServerSettings(
    String issuer,
    Function<String, Optional<String>> resources,
    String resource,
    CredentialLifetimes lives,
    boolean jwt,
    boolean registration,
    int maxPendingRegistrations,
    List<OAuthClient> clients,
    Optional<OAuthClient> resourceServer,
    Documents documents,
    People people,
    String secret) {

  /**
   * What depends on the people who log in, and on what they use.
   *
   * @param scopes beside those of the protocol, each with what it allows
   * @param access which people may do what
   * @param schemes of applications to which people may be sent
   * @param local for what a consent to a client on a person's machine is remembered
   */
  public record People(
      Supplier<Map<String, String>> scopes,
      AccessRule access,
      RedirectSchemes schemes,
      ConsentStore.Local local) {}

  /**
   * Documents that clients publish about themselves.
   *
   * @param allowed whether they are looked at
   * @param loopback whether they may be on this machine; for development
   * @param longest how many bytes one may have
   * @param timeout for all of it
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
