package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** Requirements on the response to a request for a session or task of another caller. */
final class IsolationAssertions {
  static final String RULE =
      "https://modelcontextprotocol.io/docs/tutorials/security/security_best_practices#session-hijacking";

  private IsolationAssertions() {}

  static void refused(ScenarioContext probe, int status) {
    probe.expect(
        status == 401 || status == 403 || status == 404,
        "HTTP 404, 403 or 401 for another caller",
        "HTTP " + status);
  }

  static void ownerIsUnaffected(ScenarioContext probe, StatefulClient session) {
    McpResponse reply = session.callMethod("ping");
    probe.expect(reply.hasResult(), "a response to the owner afterwards", reply);
  }
}
