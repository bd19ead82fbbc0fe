package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.model.IdpUser;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A completed user login.
 *
 * @param user the user
 * @param at the time of the login, in seconds
 */
record UserAuthentication(IdpUser user, Instant at) {
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sub", user.subject());
    json.put("name", user.name());
    json.put("email", user.email());
    json.put("at", at.getEpochSecond());
    return json;
  }

  static UserAuthentication of(Map<?, ?> json) {
    return new UserAuthentication(
        new IdpUser(
            (String) json.get("sub"), (String) json.get("name"), (String) json.get("email")),
        Instant.ofEpochSecond(((Number) json.get("at")).longValue()));
  }
}
