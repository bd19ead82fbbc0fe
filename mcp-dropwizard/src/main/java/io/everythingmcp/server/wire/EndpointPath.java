package io.everythingmcp.server.wire;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Path of the Streamable HTTP endpoint, relative to the base URI. The endpoint of a tenant is the
 * same path below {@code /t/{tenant}}.
 *
 * @param path absolute path without a trailing slash, such as {@code /mcp}
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http">Streamable
 *     HTTP</a>
 */
public record EndpointPath(String path) {
  /** First segments of the paths of other parts of a server. */
  private static final Set<String> RESERVED =
      Set.of(
          ".well-known",
          "authorize",
          "check",
          "copy.js",
          "docs",
          "elicitation",
          "fakeupstreamauth",
          "health",
          "introspect",
          "jwks",
          "login",
          "logo.svg",
          "management",
          "message",
          "oauth",
          "par",
          "register",
          "revoke",
          "sse",
          "style.css",
          "t",
          "token");

  /** RFC 3986 allows further characters, which would need an encoding. */
  private static final Pattern FORM = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

  /** A mounted server has no uppercase letters and dots in its path, because it is an id too. */
  private static final Pattern MOUNT = Pattern.compile("(/[a-z0-9][a-z0-9_-]*)+");

  private static final Pattern TENANT = Pattern.compile("/t/([a-z0-9-]{1,63})(/.*)");

  /** The path where nothing else is set. */
  public static final EndpointPath DEFAULT = new EndpointPath("/mcp");

  /**
   * Creates a path.
   *
   * @throws IllegalArgumentException if it is invalid; the message describes a valid path
   */
  public EndpointPath {
    Optional<String> problem = problem(path);
    if (problem.isPresent()) {
      throw new IllegalArgumentException("The endpoint path is '" + path + "'; " + problem.get());
    }
  }

  /** Returns what a valid path is; empty if this one is valid. */
  public static Optional<String> problem(String path) {
    if (!FORM.matcher(path).matches()) {
      return Optional.of(
          "it must be an absolute path without a trailing slash, of letters, digits and . _ ~ -,"
              + " such as /mcp or /api/mcp");
    }
    String first = path.substring(1).split("/", 2)[0];
    return RESERVED.contains(first)
        ? Optional.of(
            "paths that begin with /"
                + first
                + " belong to other parts of the server; choose"
                + " another one, such as /mcp or /api/mcp")
        : Optional.empty();
  }

  /** Returns the path of the endpoint of a tenant. */
  public String ofTenant(String tenant) {
    return "/t/" + tenant + path;
  }

  /** Returns the tenant whose endpoint has a path, whether or not there is such a tenant. */
  public Optional<String> tenant(String requestPath) {
    var matcher = TENANT.matcher(requestPath);
    return matcher.matches() && matcher.group(2).equals(path)
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  /** Returns what a valid path of a mounted server is; empty if this one is valid. */
  public Optional<String> mountProblem(String mount) {
    boolean valid =
        mount.startsWith(path + "/") && MOUNT.matcher(mount.substring(path.length())).matches();
    return valid
        ? Optional.empty()
        : Optional.of(
            "it must be a path below "
                + path
                + ", of lowercase letters, digits, hyphens and underscores");
  }

  /** Whether a path is this one or below it. */
  public boolean includes(String requestPath) {
    return requestPath.equals(path) || requestPath.startsWith(path + "/");
  }

  @Override
  public String toString() {
    return path;
  }
}
