package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;

/**
 * What is sent in a session, and the refusal that comes back.
 *
 * @param situation in words
 * @param sent makes the request
 * @param status the status code
 * @param code the code of the JSON-RPC error
 */
record Row(String situation, Situation sent, int status, int code) {

  /** Makes a request of a session. */
  @FunctionalInterface
  interface Situation {
    RawRequest request(McpSession session);
  }

  static Row refused(int status, int code, String situation, Situation sent) {
    return new Row(situation, sent, status, code);
  }

  static RawRequest ping(McpSession session) {
    return session.post(JsonRpcMessages.request(1, "ping"));
  }

  /** Sends it, checks the refusal, and that the session has not suffered. */
  void check(McpSession session) {
    Refusal.check(sent.request(session).send(), status, code);
    RawResponse after = ping(session).send();
    assertThat(after.status()).as("the session after it: " + after).isEqualTo(200);
  }

  @Override
  public String toString() {
    return status + " " + situation;
  }
}
