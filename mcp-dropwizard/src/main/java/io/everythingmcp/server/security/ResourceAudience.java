package io.everythingmcp.server.security;

import io.everythingmcp.server.wire.LoopbackHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resources for which access tokens must be issued: the server as a whole, and the address of each
 * tenant id, whether or not there is such a tenant. The loopback names are equivalent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8707#section-2">RFC 8707, section 2</a>
 */
public final class ResourceAudience {
  /** Stands for the id of a tenant in the address of a resource. */
  public static final String TENANT = "{tenant}";

  private static final String ID = "([a-z0-9-]{1,63})";

  private final Set<String> names = new HashSet<>();
  private final Set<String> local = new HashSet<>();
  private final Set<Pattern> tenants = new HashSet<>();

  /**
   * Of these.
   *
   * @param resources addresses, some of them with {@link #TENANT}, or other names
   */
  public ResourceAudience(Collection<String> resources) {
    for (String resource : resources) {
      String name = canonical(resource.replace(TENANT, "-tenant-"));
      if (resource.contains(TENANT)) {
        String[] parts = name.split("-tenant-", 2);
        tenants.add(Pattern.compile(Pattern.quote(parts[0]) + ID + Pattern.quote(parts[1])));
      } else {
        names.add(name);
      }
      if (LoopbackHosts.isUri(name)) {
        local.add(name);
      }
    }
  }

  /** Whether a token with this audience is for one of them. */
  public boolean accepts(Collection<String> audience) {
    return audience.stream().anyMatch(name -> whole(name) || tenant(name).isPresent());
  }

  /**
   * Returns the ids of the tenants to which an audience restricts a token; empty if it is valid for
   * the whole server.
   */
  public List<String> onlyAt(Collection<String> audience) {
    return audience.stream().anyMatch(this::whole)
        ? List.of()
        : audience.stream().flatMap(name -> tenant(name).stream()).distinct().toList();
  }

  private boolean whole(String name) {
    return names.contains(called(name));
  }

  private Optional<String> tenant(String name) {
    String called = called(name);
    return tenants.stream()
        .map(pattern -> pattern.matcher(called))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private String called(String name) {
    String canonical = canonical(name);
    return local.isEmpty()
        ? canonical
        : local.stream()
            .map(one -> canonical(LoopbackHosts.named(canonical, one)))
            .filter(one -> !one.equals(canonical))
            .findFirst()
            .orElse(canonical);
  }

  /**
   * Normalizes a URL: scheme and host in lowercase letters, no slash at the end; other texts stay
   * unchanged.
   */
  static String canonical(String audience) {
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
