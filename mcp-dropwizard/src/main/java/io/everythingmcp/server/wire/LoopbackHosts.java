package io.everythingmcp.server.wire;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Names of the local host. They are equivalent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252, section 7.3</a>
 */
public final class LoopbackHosts {
  /** As they are written in a URI. */
  public static final List<String> NAMES = List.of("localhost", "127.0.0.1", "[::1]");

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private LoopbackHosts() {}

  /** Returns whether a host or bind address is loopback; IPv6 with or without brackets. */
  public static boolean isHost(String host) {
    if (host == null) {
      return false;
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower.equals("::1") ? "[::1]" : lower);
  }

  /** Returns whether a URI has a loopback host; false for an invalid URI. */
  public static boolean isUri(String uri) {
    URI parsed = parsed(uri);
    return parsed != null && isHost(parsed.getHost());
  }

  /**
   * Returns a URI with the host of another one if both have a loopback host and the same port;
   * otherwise unchanged.
   */
  public static String named(String uri, String like) {
    URI parsed = parsed(uri);
    URI other = parsed(like);
    boolean same =
        parsed != null
            && other != null
            && isHost(parsed.getHost())
            && isHost(other.getHost())
            && parsed.getScheme().equalsIgnoreCase(other.getScheme())
            && port(parsed) == port(other);
    if (!same) {
      return uri;
    }
    int path = uri.indexOf("//") + 2 + parsed.getRawAuthority().length();
    return other.getScheme() + "://" + other.getRawAuthority() + uri.substring(path);
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0
        ? uri.getPort()
        : "https".equalsIgnoreCase(uri.getScheme()) ? HTTPS : HTTP;
  }

  private static URI parsed(String uri) {
    try {
      return URI.create(uri);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
