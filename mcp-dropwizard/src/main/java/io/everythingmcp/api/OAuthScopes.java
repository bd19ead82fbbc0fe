package io.everythingmcp.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** OAuth scopes of this server. Each scope includes the scopes before it. */
public final class OAuthScopes {
  /** Lists and reads features. */
  public static final String READ = "mcp:read";

  /** Calls tools. */
  public static final String WRITE = "mcp:write";

  /** Makes changes that are visible to all callers. */
  public static final String ADMIN = "mcp:admin";

  private static final List<String> ORDER = List.of(READ, WRITE, ADMIN);

  private OAuthScopes() {}

  /**
   * Checks whether a scope is granted, applying the scope hierarchy.
   *
   * @param granted the granted scopes
   * @param needed the required scope
   * @return whether {@code granted} contains the scope or one that includes it
   */
  public static boolean includes(Set<String> granted, String needed) {
    int least = ORDER.indexOf(needed);
    return granted.contains(needed)
        || (least >= 0 && ORDER.subList(least, ORDER.size()).stream().anyMatch(granted::contains));
  }

  /**
   * Removes the scopes that another scope of the collection includes.
   *
   * @param scopes the scopes
   * @return the remaining scopes
   */
  public static Set<String> withoutImplied(Collection<String> scopes) {
    Set<String> least = new TreeSet<>(scopes);
    least.removeIf(
        scope -> scopes.stream().anyMatch(o -> !o.equals(scope) && includes(Set.of(o), scope)));
    return least;
  }

  /**
   * Checks whether a scope belongs to the scope hierarchy of this server.
   *
   * @param scope the scope
   * @return whether it is one of the three standard scopes
   */
  public static boolean isStandard(String scope) {
    return ORDER.contains(scope);
  }
}
