package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** Requests with one thing wrong about them. */
final class MalformedMetaRequests {
  private MalformedMetaRequests() {}

  /** Expects a refusal with status 400 and an error. */
  static void refused(ScenarioContext probe, McpResponse reply, int code) {
    probe.expect(
        reply.status() == 400 && reply.code() == code, "HTTP 400 with error " + code, reply);
  }

  /** A request for a list that every server of this revision answers: what it is. */
  static ObjectNode discover(StatelessClient talk) {
    return JsonRpcMessages.request(talk.nextId(), "server/discover");
  }
}
