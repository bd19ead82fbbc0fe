package io.everythingmcp.conformance.area.security;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.RequirementViolation;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A too large body is rejected. */
@ConformanceCheck(
    id = "security/large-body",
    title = "A body of 24 MB is refused or processed, and the server stays available",
    level = RequirementLevel.SHOULD,
    specification = "https://www.rfc-editor.org/rfc/rfc9110#name-413-content-too-large")
final class LargeBody implements Scenario {
  private static final int SIZE = 24_000_000;

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    ObjectNode message = JsonRpcMessages.request(talk.nextId(), method);
    message.withObject("/params").put("padding", "x".repeat(SIZE));
    try {
      int status = talk.send(talk.post(message)).status();
      probe.expect(status / 100 != 5, "HTTP 413", "HTTP " + status);
    } catch (RequirementViolation e) {
      throw e;
    } catch (AssertionError hungUp) {
      // A server that closes the connection during a too long body has rejected it as well.
    }
    McpResponse next = talk.callMethod(method);
    probe.expect(next.hasResult(), "a response to the next request", next);
  }
}
