package io.everythingmcp.idp.flow;

import io.everythingmcp.idp.http.IdpResponse;
import java.util.List;

/**
 * The browser that sent a request.
 *
 * @param secret what its cookie holds
 * @param fresh whether it has no cookie yet, so that a form cannot come from it
 * @param cookie the header that lets it keep the cookie
 * @param logins who logged in there before, the last one first
 */
record IdpBrowserSession(
    String secret, boolean fresh, String cookie, List<UserAuthentication> logins) {
  /** What the form carries: known to who saw the page, and not the secret itself. */
  String ticket() {
    return IdpSecrets.digest("login form " + secret);
  }

  /** Whether a form that came from this browser was shown in it. */
  boolean owns(String ticket) {
    return !fresh && IdpSecrets.same(ticket(), ticket);
  }

  IdpResponse keepingCookie(IdpResponse response) {
    return response.with("Set-Cookie", cookie);
  }
}
