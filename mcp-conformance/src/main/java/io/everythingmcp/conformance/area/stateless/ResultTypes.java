package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Every result has a resultType. */
@ConformanceCheck(
    id = "stateless/result-types",
    title = "Each result has a resultType",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS + "resulttype")
final class ResultTypes implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    for (String method : CacheableMethods.methods(talk)) {
      McpResponse reply = talk.callMethod(method);
      probe.expect(
          reply.result().path("resultType").asText().equals("complete"),
          "resultType \"complete\" in the result of " + method,
          reply);
    }
    if (!probe.lists().tools().isEmpty()) {
      McpResponse reply = talk.call(probe.harmlessTool());
      probe.assumeThat(reply.hasResult(), "the call of a tool failed");
      probe.expect(
          reply.result().path("resultType").isTextual(),
          "resultType in the result of a call",
          reply);
    }
  }
}
