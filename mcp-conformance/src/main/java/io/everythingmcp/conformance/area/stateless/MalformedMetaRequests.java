package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** Requests with one error each. */
final class MalformedMetaRequests {
  private MalformedMetaRequests() {}

  /** Expects a rejection with status 400 and an error. */
  static void refused(ScenarioContext probe, McpResponse reply, int code) {
    probe.expect(
        reply.status() == 400 && reply.code() == code, "HTTP 400 with error " + code, reply);
  }

  /** A request that every server of this revision supports. */
  static ObjectNode discover(StatelessClient talk) {
    return JsonRpcMessages.request(talk.nextId(), "server/discover");
  }
}
