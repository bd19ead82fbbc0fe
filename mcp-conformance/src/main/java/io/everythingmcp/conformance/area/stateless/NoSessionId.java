package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** There are no sessions. */
@ConformanceCheck(
    id = "stateless/no-session-id",
    title = "A session id is ignored, and none is issued",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "earlier-streamable-http-revisions")
final class NoSessionId implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    McpResponse reply =
        talk.send(
            talk.prepareRequest("server/discover", "{}").header("Mcp-Session-Id", "not-a-session"));
    probe.expect(reply.hasResult(), "a result, whatever the session id is", reply);
    String id = reply.response().header("Mcp-Session-Id");
    probe.expect(id == null, "no Mcp-Session-Id in the response", id);
  }
}
