package io.everythingmcp.server.authserver.client;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The URI schemes of applications to which people may be sent back. What a scheme starts on
 * somebody's machine cannot be known, and a list of the bad ones could not be complete. So a scheme
 * is that of an application only when it is the domain name of its author, backwards, or when it is
 * known.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.1">RFC 8252, section 7.1</a>
 */
public final class RedirectSchemes {
  /** Clients of the protocol whose schemes are no domain names. */
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

  /** What a browser does something with itself, for the mistake of an operator. */
  private static final Set<String> OF_BROWSERS =
      Set.of("about", "blob", "data", "file", "http", "https", "javascript", "vbscript");

  private final Set<String> more;

  private RedirectSchemes(Set<String> more) {
    this.more = more;
  }

  /**
   * Those that are known, and these of the operator.
   *
   * @throws IllegalArgumentException for what is no scheme of an application
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
