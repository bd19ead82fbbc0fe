package io.everythingmcp.server.authserver;

import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import jakarta.servlet.Servlet;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An OpenID provider that runs in the process of the authorization server, at which users log in
 * while a server is developed. Where a real provider is configured ({@code auth.mode: oauth2}) it
 * is not used.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
@FunctionalInterface
public interface EmbeddedIdentityProvider {
  /**
   * Creates the provider; called once, before the server starts.
   *
   * @param settings its issuer and users
   */
  Endpoints create(Settings settings);

  /**
   * Settings from the authorization server for the provider.
   *
   * @param issuer issuer of the provider; all its endpoints are below this URL
   * @param clientId id of the authorization server, which is a public client
   * @param redirectUri redirect URI of the authorization server
   * @param users users who can log in; empty for the provider's own
   * @param state storage shared by all instances
   */
  record Settings(
      URI issuer, String clientId, URI redirectUri, List<User> users, ProviderState state) {
    public Settings {
      users = List.copyOf(users);
    }
  }

  /**
   * A user who can log in.
   *
   * @param id the subject
   * @param name display name
   * @param email email address
   */
  record User(String id, String name, String email) {}

  /**
   * How the provider is reached.
   *
   * @param servlet serves browsers, below the path of the issuer
   * @param sender carries requests of the authorization server without a network
   * @param retriever fetches the provider's keys without a network
   */
  record Endpoints(Servlet servlet, HTTPRequestSender sender, ResourceRetriever retriever) {}

  /** Values of the provider in the store of the server. */
  interface ProviderState {
    /** Writes a value, replacing an existing one. */
    void put(String key, String value, Duration ttl);

    /** Writes a value if there is none; of several concurrent callers, one gets true. */
    boolean putIfAbsent(String key, String value, Duration ttl);

    /** Reads a value. */
    Optional<String> get(String key);

    /** Reads and removes a value; of several callers at once, one gets it. */
    Optional<String> take(String key);
  }
}
