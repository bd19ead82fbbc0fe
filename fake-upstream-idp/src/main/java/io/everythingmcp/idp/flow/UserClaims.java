package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.model.IdpUser;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The claims about a user for the requested scopes.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#ScopeClaims">OpenID Connect
 *     Core, section 5.4</a>
 */
final class UserClaims {
  private UserClaims() {}

  /** Without {@code sub}. */
  static Map<String, Object> of(IdpGrant grant) {
    IdpUser user = grant.login().user();
    Map<String, Object> claims = new LinkedHashMap<>();
    if (grant.scope().contains("profile")) {
      claims.put("name", user.name());
      claims.put("preferred_username", user.subject());
    }
    if (grant.scope().contains("email")) {
      claims.put("email", user.email());
      claims.put("email_verified", true);
    }
    return claims;
  }
}
