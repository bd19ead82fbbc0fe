package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Every result has the server info in _meta. */
@ConformanceCheck(
    id = "stateless/result-server-info",
    title = "Each result names the server in its _meta",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS + "_meta")
final class ResultServerInfo implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    for (String method : CacheableMethods.methods(talk)) {
      McpResponse reply = talk.callMethod(method);
      JsonNode info = reply.result().path("_meta").path("io.modelcontextprotocol/serverInfo");
      probe.expect(info.path("name").isTextual(), "serverInfo in the result of " + method, reply);
    }
  }
}
