package io.everythingmcp.server.authserver.client;

import io.everythingmcp.server.wire.LoopbackHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules for redirect URIs. The requested URI must equal a registered one exactly; only the port of
 * a loopback URI may differ, because a native application cannot know it in advance, and an empty
 * path equals the root path.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7">RFC 8252, section 7</a>
 */
public final class RedirectUris {

  private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]+");
  private static final int LONGEST = 2_000;

  private RedirectUris() {}

  /**
   * Returns the problem of a redirect URI to be registered; empty if it is valid.
   *
   * @param schemes allowed custom schemes
   */
  public static Optional<String> problem(String text, RedirectSchemes schemes) {
    Optional<URI> parsed = parse(text);
    if (parsed.isEmpty() || text.length() > LONGEST || !parsed.get().isAbsolute()) {
      return Optional.of("is not an absolute URI");
    }
    URI uri = parsed.get();
    if (text.contains("#")) {
      return Optional.of("has a fragment");
    }
    String authority = uri.getRawAuthority();
    if ((authority != null && authority.contains("@")) || text.contains("*")) {
      return Optional.of("has a user name or an asterisk");
    }
    if (isWeb(uri)) {
      return webProblem(uri);
    }
    // Without the slashes it is more likely that http:// is missing: example.com:8080/callback.
    return schemes.ofApplication(uri.getScheme()) && uri.getRawSchemeSpecificPart().startsWith("/")
        ? Optional.empty()
        : Optional.of(
            "is neither https, nor http to a loopback address, nor of an application: its scheme"
                + " must be a reverse domain name, such as com.example.app:/callback, or one"
                + " that this server supports");
  }

  private static Optional<String> webProblem(URI uri) {
    if (uri.getHost() == null) {
      return Optional.of("has no host");
    }
    return uri.getScheme().equalsIgnoreCase("https") || isLoopback(uri)
        ? Optional.empty()
        : Optional.of("is http, which is for loopback addresses only; use https");
  }

  /** Returns whether a URI matches a registered one. */
  static boolean matches(Collection<String> registered, String requested) {
    return registered.contains(requested)
        || registered.stream()
            .map(RedirectUris::comparable)
            .anyMatch(comparable(requested)::equals);
  }

  /**
   * Whether two addresses are the same: an empty path of a web address is that of the root.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.3">RFC 3986, section 6.2.3</a>
   */
  public static boolean same(String one, String other) {
    return withPath(one).equals(withPath(other));
  }

  /** An address without the port that may differ; any other address as it is. */
  public static String comparable(String text) {
    String whole = withPath(text);
    return parse(whole)
        .filter(RedirectUris::isLoopbackHttp)
        .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null)
        .map(RedirectUris::withoutPort)
        .orElse(whole);
  }

  private static String withPath(String text) {
    return parse(text)
        .filter(RedirectUris::isWeb)
        .filter(uri -> uri.getRawAuthority() != null && uri.getRawPath().isEmpty())
        .map(
            uri -> {
              int end = uri.getScheme().length() + "://".length() + uri.getRawAuthority().length();
              return text.substring(0, end) + "/" + text.substring(end);
            })
        .orElse(text);
  }

  /** Returns whether a redirect URI is on a loopback address. */
  public static boolean isLoopback(URI uri) {
    return LoopbackHosts.isHost(uri.getHost());
  }

  /** Returns whether a redirect URI has a custom scheme of a native application. */
  public static boolean isOfApplication(URI uri) {
    return !Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
  }

  /** Returns whether a redirect URI belongs to the user's machine. */
  public static boolean isLocal(URI uri) {
    return isLoopback(uri) || isOfApplication(uri);
  }

  private static boolean isWeb(URI uri) {
    return uri.isAbsolute() && !isOfApplication(uri);
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
      return ASCII.matcher(text).matches() ? Optional.of(new URI(text)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
