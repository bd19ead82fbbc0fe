package io.everythingmcp.server.authserver.access;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.authserver.upstream.UpstreamLoginException;
import io.everythingmcp.server.authserver.upstream.UpstreamUser;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Rule for which users may log in and which scopes they may grant. Without it users would decide
 * about their own permissions.
 */
public final class AccessRule {
  private final UserGroupRule login;
  private final Map<String, UserGroupRule> scopes;
  private final boolean openAdmin;

  /**
   * Creates a rule.
   *
   * @param login users who may log in; all by default
   * @param scopes users who may have a scope, by scope
   * @param openAdmin whether {@code mcp:admin} is available to all users if it has no rule;
   *     otherwise to none
   */
  public AccessRule(UserGroupRule login, Map<String, UserGroupRule> scopes, boolean openAdmin) {
    this.login = login;
    this.scopes = Map.copyOf(scopes);
    this.openAdmin = openAdmin;
  }

  /**
   * Checks that a user may log in.
   *
   * @throws UpstreamLoginException if the user is not allowed to log in
   */
  public UpstreamUser admit(UpstreamUser user) throws UpstreamLoginException {
    if (!login.unset() && !login.include(user)) {
      throw UpstreamLoginException.notAllowed(
          "This account is not allowed to sign in at this server");
    }
    return user;
  }

  /**
   * Returns the scopes that a user may grant to a client.
   *
   * @throws UpstreamLoginException if there are none
   */
  public Set<String> allowed(UpstreamUser user, Set<String> requested)
      throws UpstreamLoginException {
    Set<String> allowed = new LinkedHashSet<>(requested);
    allowed.removeIf(scope -> !may(user, scope));
    if (allowed.isEmpty()) {
      throw UpstreamLoginException.notAllowed(
          "This account is not allowed to grant "
              + String.join(" ", requested)
              + " at this server");
    }
    return allowed;
  }

  private boolean may(UpstreamUser user, String scope) {
    UserGroupRule users = scopes.get(scope);
    if (users != null && !users.unset()) {
      return users.include(user);
    }
    return switch (scope) {
      // Each includes the one before it, so it needs no less.
      case OAuthScopes.ADMIN -> openAdmin && may(user, OAuthScopes.WRITE);
      case OAuthScopes.WRITE -> may(user, OAuthScopes.READ);
      default -> true;
    };
  }
}
