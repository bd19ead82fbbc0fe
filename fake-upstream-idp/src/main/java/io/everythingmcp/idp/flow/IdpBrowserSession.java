package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpResponse;
import java.util.List;

/**
 * The browser that sent a request.
 *
 * @param secret the value of its cookie
 * @param fresh whether it sent no cookie, so that it cannot submit a form
 * @param cookie the {@code Set-Cookie} header that stores the cookie
 * @param logins earlier logins in it, the last one first
 */
record IdpBrowserSession(
    String secret, boolean fresh, String cookie, List<UserAuthentication> logins) {
  /** Returns the value in the form: derived from the secret, which it does not disclose. */
  String ticket() {
    return IdpSecrets.digest("login form " + secret);
  }

  /** Returns whether a submitted form was shown in this browser. */
  boolean owns(String ticket) {
    return !fresh && IdpSecrets.same(ticket(), ticket);
  }

  IdpResponse keepingCookie(IdpResponse response) {
    return response.with("Set-Cookie", cookie);
  }
}
