package io.everythingmcp.server.security.http;

import io.everythingmcp.api.OAuthScopes;
import java.util.List;

/**
 * What is protected, as clients see it.
 *
 * @param path where it is, behind the base URI
 * @param name what people call it
 * @param servers the issuers whose tokens are accepted
 * @param scopes what a client should ask for; more is asked for when it is needed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9728#section-2">RFC 9728, section 2</a>
 */
public record ProtectedResource(
    String path, String name, List<String> servers, List<String> scopes) {
  /** What a client needs for the usual things. */
  public static final List<String> USUAL = List.of(OAuthScopes.READ, OAuthScopes.WRITE);

  /** The same one under another path. */
  public ProtectedResource at(String other) {
    return new ProtectedResource(other, name, servers, scopes);
  }
}
