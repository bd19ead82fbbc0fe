package io.everythingmcp.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The OAuth scopes of this server; each one includes those before it. */
public final class OAuthScopes {
  /** Lists and reads. */
  public static final String READ = "mcp:read";

  /** Calls of tools. */
  public static final String WRITE = "mcp:write";

  /** Changes that everybody sees. */
  public static final String ADMIN = "mcp:admin";

  private static final List<String> ORDER = List.of(READ, WRITE, ADMIN);

  private OAuthScopes() {}

  /** Whether somebody with these scopes may do what needs this one: each includes those before. */
  public static boolean includes(Set<String> granted, String needed) {
    int least = ORDER.indexOf(needed);
    return granted.contains(needed)
        || (least >= 0 && ORDER.subList(least, ORDER.size()).stream().anyMatch(granted::contains));
  }

  /** Those of some scopes that no other one of them includes. */
  public static Set<String> withoutImplied(Collection<String> scopes) {
    Set<String> least = new TreeSet<>(scopes);
    least.removeIf(
        scope -> scopes.stream().anyMatch(o -> !o.equals(scope) && includes(Set.of(o), scope)));
    return least;
  }

  /** Whether a scope is one of this server's, which include each other. */
  public static boolean isStandard(String scope) {
    return ORDER.contains(scope);
  }
}
