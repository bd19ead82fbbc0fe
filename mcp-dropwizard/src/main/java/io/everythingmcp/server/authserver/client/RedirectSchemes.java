package io.everythingmcp.server.authserver.client;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Allowed custom URI schemes of redirect URIs. It is unknown which program a scheme starts on a
 * user's machine, and a list of dangerous ones could not be complete. A scheme is therefore
 * accepted only if it is a reverse domain name, or in the list of well-known clients.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.1">RFC 8252, section 7.1</a>
 */
public final class RedirectSchemes {
  /** Schemes of well-known MCP clients that are not domain names. */
  private static final Set<String> KNOWN =
      Set.of(
          "cherrystudio",
          "claude",
          "cursor",
          "goose",
          "kiro",
          "lmstudio",
          "raycast",
          "trae",
          "vscode",
          "vscode-insiders",
          "vscodium",
          "warp",
          "windsurf",
          "zed");

  /** A top-level domain, and at least one name below it. */
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z]{2,63}|xn--[a-z0-9-]{1,59})(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*");

  /** Schemes that browsers process themselves, which must not be allowed by mistake. */
  private static final Set<String> OF_BROWSERS =
      Set.of("about", "blob", "data", "file", "http", "https", "javascript", "vbscript");

  private final Set<String> more;

  private RedirectSchemes(Set<String> more) {
    this.more = more;
  }

  /**
   * Returns the built-in schemes and those of the operator.
   *
   * @throws IllegalArgumentException if a scheme is invalid
   */
  public static RedirectSchemes with(Collection<String> more) {
    Set<String> lower = new TreeSet<>();
    for (String scheme : more) {
      String name = scheme.toLowerCase(Locale.ROOT);
      if (!SCHEME.matcher(name).matches() || OF_BROWSERS.contains(name)) {
        throw new IllegalArgumentException(
            "'" + scheme + "' is not the URI scheme of an application, such as acme");
      }
      lower.add(name);
    }
    return new RedirectSchemes(lower);
  }

  /** Whether a scheme is that of an application. */
  boolean ofApplication(String scheme) {
    String lower = scheme.toLowerCase(Locale.ROOT);
    return KNOWN.contains(lower) || more.contains(lower) || DOMAIN.matcher(lower).matches();
  }
}
