package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** One endpoint of the authorization server, whatever carries its messages. */
@FunctionalInterface
public interface OAuthEndpoint {

  /**
   * Answers a request.
   *
   * @throws OAuthException when the request is refused; whoever carries the messages writes the
   *     answer
   */
  HTTPResponse handle(HTTPRequest request) throws OAuthException;
}
