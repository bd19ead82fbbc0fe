package io.everythingmcp.idp.model;

import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.NONE;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import java.net.URI;
import java.util.Set;

/**
 * A registered OAuth client.
 *
 * @param id its client_id, which is shown on the login page
 * @param secret its client secret; empty for a public client
 * @param methods its authentication methods at the token endpoint
 * @param redirectUris its redirect URIs: compared as text, without exceptions
 * @param pkceRequired whether a request without PKCE is refused
 */
public record IdpClient(
    String id,
    String secret,
    Set<ClientAuthenticationMethod> methods,
    Set<String> redirectUris,
    boolean pkceRequired) {
  public IdpClient {
    methods = Set.copyOf(methods);
    redirectUris = Set.copyOf(redirectUris);
    if (id.isBlank() || redirectUris.isEmpty() || methods.isEmpty()) {
      throw new IllegalArgumentException("A client has an id, a redirect URI and a method");
    }
    if (secret.isEmpty() && !methods.equals(Set.of(NONE))) {
      throw new IllegalArgumentException("A client without a secret cannot authenticate with it");
    }
    redirectUris.forEach(IdpClient::check);
  }

  private static void check(String redirectUri) {
    URI uri = URI.create(redirectUri);
    if (!uri.isAbsolute()
        || uri.getRawFragment() != null
        || Set.of("javascript", "data", "vbscript").contains(uri.getScheme())) {
      throw new IllegalArgumentException("Not usable as a redirect URI: " + redirectUri);
    }
  }

  /** A client with a secret, which it may send either way. */
  public static IdpClient confidential(String id, String secret, String... redirectUris) {
    return new IdpClient(
        id, secret, Set.of(CLIENT_SECRET_BASIC, CLIENT_SECRET_POST), Set.of(redirectUris), false);
  }

  /** A client without a secret, which must use PKCE. */
  public static IdpClient open(String id, String... redirectUris) {
    return new IdpClient(id, "", Set.of(NONE), Set.of(redirectUris), true);
  }

  /** The same client, of which PKCE is wanted. */
  public IdpClient withPkceRequired() {
    return new IdpClient(id, secret, methods, redirectUris, true);
  }

  @Override
  public String toString() {
    return "IdpClient[" + id + ", " + redirectUris + "]";
  }
}
