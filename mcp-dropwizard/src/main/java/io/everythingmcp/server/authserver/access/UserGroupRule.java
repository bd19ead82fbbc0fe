package io.everythingmcp.server.authserver.access;

import io.everythingmcp.server.authserver.upstream.UpstreamUser;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Rule that selects users; matching one of the three members is sufficient.
 *
 * @param subjects subjects as in tokens; {@code *} for all users
 * @param domains domains of verified email addresses
 * @param claims claims of the provider: a name, and the values of which one must match
 */
public record UserGroupRule(
    Set<String> subjects, Set<String> domains, Map<String, Set<String>> claims) {
  private static final String ALL_USERS = "*";

  public UserGroupRule {
    subjects = Set.copyOf(subjects);
    domains = Set.copyOf(domains);
    claims = Map.copyOf(claims);
  }

  /** Returns whether the rule is empty. */
  public boolean unset() {
    return subjects.isEmpty() && domains.isEmpty() && claims.isEmpty();
  }

  /** Returns whether a user matches. */
  boolean include(UpstreamUser user) {
    return subjects.contains(ALL_USERS)
        || subjects.contains(user.subject())
        || ofDomain(user.claims())
        || claims.entrySet().stream()
            .anyMatch(claim -> has(user.claims().get(claim.getKey()), claim.getValue()));
  }

  /** An unverified email address may belong to another user. */
  private boolean ofDomain(Map<String, Object> about) {
    boolean verified = "true".equals(String.valueOf(about.get("email_verified")));
    if (!verified || !(about.get("email") instanceof String email)) {
      return false;
    }
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domains.stream().anyMatch(domain::equalsIgnoreCase);
  }

  private static boolean has(Object claim, Set<String> values) {
    Collection<?> items =
        claim instanceof Collection<?> many ? many : List.of(claim == null ? "" : claim);
    return items.stream().map(String::valueOf).anyMatch(values::contains);
  }
}
