package io.everythingmcp.conformance.area.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The initialize result contains the server info and the capabilities. */
@ConformanceCheck(
    id = "lifecycle/initialize-result",
    title =
        "The response to initialize contains version, capabilities, and the server's name and"
            + " version",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LIFECYCLE + "initialization")
final class InitializeResult implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply =
        StatefulClient.initialize(probe.rawClient(), probe.path(), probe.revision().text(), "{}");
    JsonNode result = reply.result();
    probe.expect(result.path("protocolVersion").isTextual(), "protocolVersion, a string", reply);
    probe.expect(result.path("capabilities").isObject(), "capabilities, an object", reply);
    probe.expect(result.at("/serverInfo/name").isTextual(), "serverInfo.name, a string", reply);
    probe.expect(
        result.at("/serverInfo/version").isTextual(), "serverInfo.version, a string", reply);
  }
}
