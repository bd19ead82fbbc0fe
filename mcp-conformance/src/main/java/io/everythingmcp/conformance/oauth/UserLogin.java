package io.everythingmcp.conformance.oauth;

import io.everythingmcp.conformance.harness.RawClient;
import java.net.URI;
import java.util.Map;

/** Performs the login of a user on the pages of an authorization server. */
public interface UserLogin {
  /**
   * Performs the login.
   *
   * @param browser sends the requests of a browser; only for a login without a user
   * @param authorize the URL of the authorization request
   * @param redirect the redirect URI of the client
   * @return the parameters of the redirect
   */
  Map<String, String> through(RawClient browser, URI authorize, URI redirect);
}
