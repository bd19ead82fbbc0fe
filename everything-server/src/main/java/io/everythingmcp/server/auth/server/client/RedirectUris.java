package io.everythingmcp.server.auth.server.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where people may be sent. What a client asks for must be what it registered, character by
 * character; only the port of a loopback address may differ, because a native application cannot
 * know it beforehand.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7">RFC 8252, section 7</a>
 */
public final class RedirectUris {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  /** Schemes that a browser does something with itself; the rest belongs to applications. */
  private static final Set<String> NOT_OF_APPLICATIONS =
      Set.of(
          "about",
          "blob",
          "chrome",
          "data",
          "file",
          "filesystem",
          "ftp",
          "ftps",
          "http",
          "https",
          "intent",
          "jar",
          "javascript",
          "mailto",
          "sms",
          "tel",
          "urn",
          "vbscript",
          "view-source",
          "ws",
          "wss");

  private static final int LONGEST = 2_000;

  private RedirectUris() {}

  /** What is wrong with an address that is to be registered; empty when nothing is. */
  public static Optional<String> problem(String text) {
    Optional<URI> parsed = parse(text);
    if (parsed.isEmpty() || text.length() > LONGEST || !parsed.get().isAbsolute()) {
      return Optional.of("is not an absolute URI");
    }
    URI uri = parsed.get();
    if (text.contains("#")) {
      return Optional.of("has a fragment");
    }
    if (uri.getRawUserInfo() != null || text.contains("*")) {
      return Optional.of("has a user or an asterisk in it");
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (scheme.equals("https") || (scheme.equals("http") && isLoopback(uri))) {
      return uri.getHost() == null ? Optional.of("has no host") : Optional.empty();
    }
    return NOT_OF_APPLICATIONS.contains(scheme)
        ? Optional.of("is neither https, nor http to a loopback address, nor of an application")
        : Optional.empty();
  }

  /** Whether an address is one of those that were registered. */
  static boolean matches(Set<String> registered, String asked) {
    return registered.contains(asked)
        || parse(asked)
            .filter(RedirectUris::isLoopbackHttp)
            .filter(uri -> problem(asked).isEmpty())
            .map(RedirectUris::withoutPort)
            .filter(
                text -> registered.stream().anyMatch(one -> withoutLoopbackPort(one).equals(text)))
            .isPresent();
  }

  /** An address without the port that may differ; any other address as it is. */
  public static String withoutLoopbackPort(String text) {
    return parse(text)
        .filter(RedirectUris::isLoopbackHttp)
        .map(RedirectUris::withoutPort)
        .orElse(text);
  }

  /** Whether an address is on the machine of the person who is sent there. */
  public static boolean isLoopback(URI uri) {
    return uri.getHost() != null && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
  }

  /** Whether an address belongs to an application on the machine of the person, by its scheme. */
  public static boolean isOfApplication(URI uri) {
    return !Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
  }

  private static boolean isLoopbackHttp(URI uri) {
    return "http".equals(uri.getScheme()) && isLoopback(uri);
  }

  private static String withoutPort(URI uri) {
    return "http://"
        + uri.getHost()
        + uri.getRawPath()
        + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
