package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.List;

/** Who wants to hear of emergencies only is left in peace. */
@Check(
    id = "utilities/log-level-respected",
    title = "Messages below the level that was set are not sent",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.LOGGING + "setting-log-level",
    needs = {Need.LOGGING, Need.TOOL_LOGS})
final class LogLevelRespected implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    session.ask("logging/setLevel", "{'level':'emergency'}");
    Reply reply = session.call(probe.tool(Role.LOGS));
    List<JsonNode> logged = reply.before("notifications/message");
    probe.expect(logged.isEmpty(), "no message below emergency", logged);
  }
}
