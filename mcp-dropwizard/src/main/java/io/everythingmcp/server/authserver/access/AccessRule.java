package io.everythingmcp.server.authserver.access;

import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.server.authserver.upstream.UpstreamLoginException;
import io.everythingmcp.server.authserver.upstream.UpstreamUser;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides who may log in, and who may give a client which scope. Without it a person would decide
 * by themselves what they are allowed to do here.
 */
public final class AccessRule {
  private final UserGroupRule login;
  private final Map<String, UserGroupRule> scopes;
  private final boolean openAdmin;

  /**
   * A rule.
   *
   * @param login who may log in; everybody where nothing says who
   * @param scopes who may have a scope, by its name
   * @param openAdmin whether {@code mcp:admin} is for everybody where nothing says for whom it is;
   *     else it is for nobody
   */
  public AccessRule(UserGroupRule login, Map<String, UserGroupRule> scopes, boolean openAdmin) {
    this.login = login;
    this.scopes = Map.copyOf(scopes);
    this.openAdmin = openAdmin;
  }

  /**
   * Lets a person in.
   *
   * @throws UpstreamLoginException when they may not log in here
   */
  public UpstreamUser admit(UpstreamUser user) throws UpstreamLoginException {
    if (!login.unsaid() && !login.include(user)) {
      throw UpstreamLoginException.notAllowed("This account may not log in at this server");
    }
    return user;
  }

  /**
   * Those of some scopes that a person may give to a client.
   *
   * @throws UpstreamLoginException when there are none
   */
  public Set<String> allowed(UpstreamUser user, Set<String> asked) throws UpstreamLoginException {
    Set<String> allowed = new LinkedHashSet<>(asked);
    allowed.removeIf(scope -> !may(user, scope));
    if (allowed.isEmpty()) {
      throw UpstreamLoginException.notAllowed(
          "This account may not give away " + String.join(" ", asked) + " at this server");
    }
    return allowed;
  }

  private boolean may(UpstreamUser user, String scope) {
    UserGroupRule people = scopes.get(scope);
    if (people != null && !people.unsaid()) {
      return people.include(user);
    }
    return switch (scope) {
      // Each includes the one before it, so it needs no less.
      case OAuthScopes.ADMIN -> openAdmin && may(user, OAuthScopes.WRITE);
      case OAuthScopes.WRITE -> may(user, OAuthScopes.READ);
      default -> true;
    };
  }
}
