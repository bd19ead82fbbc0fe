package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;

/**
 * Request in a session, and its error response.
 *
 * @param situation description
 * @param sent creates the request
 * @param status the status code
 * @param code the code of the JSON-RPC error
 */
record ErrorCase(String situation, Situation sent, int status, int code) {

  /** Creates a request of a session. */
  @FunctionalInterface
  interface Situation {
    RawRequest request(McpSession session);
  }

  static ErrorCase refused(int status, int code, String situation, Situation sent) {
    return new ErrorCase(situation, sent, status, code);
  }

  static RawRequest ping(McpSession session) {
    return session.post(JsonRpcMessages.request(1, "ping"));
  }

  /** Sends the request, and asserts the error and that the session is still usable. */
  void check(McpSession session) {
    ErrorResponse.check(sent.request(session).send(), status, code);
    RawResponse after = ping(session).send();
    assertThat(after.status()).as("the session afterwards: " + after).isEqualTo(200);
  }

  @Override
  public String toString() {
    return status + " " + situation;
  }
}
