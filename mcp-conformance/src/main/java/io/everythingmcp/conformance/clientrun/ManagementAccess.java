package io.everythingmcp.conformance.clientrun;

import java.net.URI;
import java.util.Optional;

/**
 * A server with the client check, and the token that creating and reading runs requires if its
 * {@code BASE_URI} is not on loopback. The token is sent to this server only, with requests to
 * create, read, change and delete runs; not with requests to the MCP URL of a run.
 */
public final class ManagementAccess {
  /** The environment variable of the management token, of the server and of its callers. */
  public static final String TOKEN_VARIABLE = "MANAGEMENT_TOKEN";

  private final URI server;
  private final Optional<String> token;

  private ManagementAccess(URI server, Optional<String> token) {
    this.server = server;
    this.token = token;
  }

  /**
   * Returns the access to a server.
   *
   * @param server base URI of a server with the client check
   * @param token the value of {@code MANAGEMENT_TOKEN} of the server; null or blank for none
   * @throws IllegalArgumentException if the token has a character that is not visible ASCII; the
   *     message does not contain it
   */
  public static ManagementAccess of(URI server, String token) {
    Optional<String> given = Optional.ofNullable(token).map(String::strip);
    if (given.stream().flatMapToInt(String::chars).anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "The management token is invalid: expected visible ASCII characters without spaces");
    }
    return new ManagementAccess(server, given.filter(text -> !text.isEmpty()));
  }

  /** Returns the access to a server that requires no token. */
  public static ManagementAccess withoutToken(URI server) {
    return new ManagementAccess(server, Optional.empty());
  }

  /** Returns the base URI of the server. */
  public URI server() {
    return server;
  }

  /** Returns the token; empty for none. */
  Optional<String> token() {
    return token;
  }

  /** Returns a text without the token. */
  String redacted(String text) {
    return token.map(secret -> text.replace(secret, "<management token>")).orElse(text);
  }

  /** Returns the URI of the server; never the token. */
  @Override
  public String toString() {
    return server.toString();
  }
}
