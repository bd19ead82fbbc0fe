package io.everythingmcp.server.auth.server.endpoint;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** One endpoint of the authorization server, whatever carries its messages. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a request.
   *
   * @throws Refusal when the request is refused; whoever carries the messages writes the answer
   */
  HTTPResponse answer(HTTPRequest request) throws Refusal;
}
