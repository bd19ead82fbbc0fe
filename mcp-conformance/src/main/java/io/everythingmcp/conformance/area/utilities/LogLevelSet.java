package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** A level can be set. */
@ConformanceCheck(
    id = "utilities/log-level-set",
    title = "Setting a log level returns an empty result",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.LOGGING + "setting-log-level",
    requires = ServerPrerequisite.LOGGING)
final class LogLevelSet implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    for (String level : List.of("debug", "notice", "emergency")) {
      McpResponse reply = session.callMethod("logging/setLevel", "{'level':'" + level + "'}");
      probe.expect(reply.result().isObject(), "a result for level " + level, reply);
    }
  }
}
