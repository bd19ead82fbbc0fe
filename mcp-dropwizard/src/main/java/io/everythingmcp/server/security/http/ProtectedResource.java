package io.everythingmcp.server.security.http;

import io.everythingmcp.api.OAuthScopes;
import java.util.List;

/**
 * A protected resource.
 *
 * @param path path relative to the base URI
 * @param name display name
 * @param servers issuers of accepted tokens
 * @param scopes scopes that a client should request initially
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-2">RFC 9728, section 2</a>
 */
public record ProtectedResource(
    String path, String name, List<String> servers, List<String> scopes) {
  /** Default scopes of a client. */
  public static final List<String> DEFAULT_SCOPES = List.of(OAuthScopes.READ, OAuthScopes.WRITE);

  /** Returns the same resource at another path. */
  public ProtectedResource at(String other) {
    return new ProtectedResource(other, name, servers, scopes);
  }
}
