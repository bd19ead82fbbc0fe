package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** An endpoint of the authorization server, independent of the transport. */
@FunctionalInterface
public interface OAuthEndpoint {

  /**
   * Handles a request.
   *
   * @throws OAuthException if the request is rejected; the caller renders the response
   */
  HTTPResponse handle(HTTPRequest request) throws OAuthException;
}
