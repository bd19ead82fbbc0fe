package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.nio.charset.StandardCharsets;

/** JSON with excessive depth is rejected. */
@ConformanceCheck(
    id = "security/deep-json",
    title = "JSON with 20,000 levels is refused, and the server stays available",
    level = RequirementLevel.SHOULD,
    specification = "https://www.rfc-editor.org/rfc/rfc8259#section-9")
final class DeepJson implements Scenario {
  private static final int DEPTH = 20_000;

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    String deep =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":{\"a\":"
            + "[".repeat(DEPTH)
            + "]".repeat(DEPTH)
            + "}}";
    McpResponse reply =
        talk.send(talk.prepareRequest(method, "{}").body(deep.getBytes(StandardCharsets.UTF_8)));
    probe.expect(reply.status() / 100 != 5, "HTTP 400", reply);
    McpResponse next = talk.callMethod(method);
    probe.expect(next.hasResult(), "a response to the next request", next);
  }
}
