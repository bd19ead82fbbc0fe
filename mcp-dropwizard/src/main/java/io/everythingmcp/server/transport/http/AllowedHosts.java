package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.wire.LoopbackHosts;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Allowed hosts and origins of requests. Without this check any web page could access a server on
 * localhost through its own host name (DNS rebinding).
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#security-warning">Security
 *     warning</a>
 */
public final class AllowedHosts {
  private final Set<String> hosts = new HashSet<>();
  private final Set<String> origins = new HashSet<>();
  private final boolean loopback;

  /**
   * Creates the rule.
   *
   * @param baseUri base URI of the server
   * @param port the bound port
   * @param configured further values of Host, or replacements of those of the base URI; may be
   *     empty
   * @param corsOrigins allowed origins; an asterisk allows no further hosts
   */
  public AllowedHosts(String baseUri, int port, String configured, String corsOrigins) {
    URI base = URI.create(baseUri);
    loopback = LoopbackHosts.isUri(baseUri);
    if (configured.isBlank()) {
      hosts.add(authority(base.getScheme(), base.getRawAuthority()));
    }
    hosts.addAll(list(configured));
    if (loopback) {
      LoopbackHosts.NAMES.forEach(name -> hosts.add(authority("http", name + ":" + port)));
      LoopbackHosts.NAMES.forEach(
          name -> hosts.add(authority(base.getScheme(), name + ":" + effectivePort(base))));
    }
    origins.add(base.getScheme() + "://" + authority(base.getScheme(), base.getRawAuthority()));
    origins.addAll(list(corsOrigins));
  }

  private static int effectivePort(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  private static List<String> list(String commas) {
    return new ArrayList<>(
        Arrays.stream(commas.split(","))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty() && !entry.equals("*"))
            .toList());
  }

  /** Host and port in lower case, without the port that the scheme means anyway. */
  private static String authority(String scheme, String authority) {
    String lower = authority.toLowerCase(Locale.ROOT);
    String defaultPort = scheme.equals("https") ? ":443" : ":80";
    return lower.endsWith(defaultPort)
        ? lower.substring(0, lower.length() - defaultPort.length())
        : lower;
  }

  /** Whether a Host header may be served. */
  public boolean host(String host) {
    if (host == null) {
      return false;
    }
    if (hosts.contains(host)) {
      return true;
    }
    String lower = host.toLowerCase(Locale.ROOT);
    return hosts.contains(lower)
        || hosts.contains(lower.replaceFirst(":[0-9]{1,5}$", ":*"))
        || hosts.contains(authority("http", lower))
        || hosts.contains(authority("https", lower));
  }

  /** Whether a page of this origin may send requests; absent for programs that are no browsers. */
  public boolean origin(String origin) {
    if (origin == null) {
      return true;
    }
    String lower = origin.toLowerCase(Locale.ROOT);
    return origins.contains(lower) || (loopback && LoopbackHosts.isUri(lower));
  }
}
