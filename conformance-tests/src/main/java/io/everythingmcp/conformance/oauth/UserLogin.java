package io.everythingmcp.conformance.oauth;

import io.everythingmcp.conformance.harness.RawClient;
import java.net.URI;
import java.util.Map;

/** Performs the login of a user on the pages of an authorization server. */
public interface UserLogin {
  /**
   * Goes through them.
   *
   * @param browser sends the requests of a browser; only for a login without a person
   * @param authorize where it begins
   * @param redirect where it ends
   * @return the parameters that the last redirect brings
   */
  Map<String, String> through(RawClient browser, URI authorize, URI redirect);
}
