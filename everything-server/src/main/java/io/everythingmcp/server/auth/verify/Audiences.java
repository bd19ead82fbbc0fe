package io.everythingmcp.server.auth.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For whom a token may be: this server under the names that clients use for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707">RFC 8707</a>
 */
public final class Audiences {
  private final Set<String> accepted;

  private Audiences(Stream<String> accepted) {
    this.accepted = accepted.map(Audiences::canonical).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The audiences that are configured, or else what is protected.
   *
   * @param configured separated by commas; may be empty
   * @param resources under which URLs clients know what is protected
   */
  public static Audiences of(String configured, Collection<String> resources) {
    return configured.isBlank()
        ? new Audiences(resources.stream())
        : new Audiences(
            Arrays.stream(configured.split(",")).map(String::strip).filter(a -> !a.isEmpty()));
  }

  /** Whether one of these is meant. */
  public boolean accept(Collection<String> audience) {
    return audience.stream().map(Audiences::canonical).anyMatch(accepted::contains);
  }

  /** Scheme and host in lower case, no slash at the end; what is no URL stays as it is. */
  private static String canonical(String audience) {
    try {
      URI uri = new URI(audience);
      if (uri.getHost() == null) {
        return audience;
      }
      String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
      String rest = audience.substring(audience.indexOf("//") + 2 + authority.length());
      String path = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
      return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + authority + path;
    } catch (URISyntaxException e) {
      return audience;
    }
  }
}
