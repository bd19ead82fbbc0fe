package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.List;

/** Who does not ask for messages gets none. */
@Check(
    id = "utilities/log-unasked",
    title = "A request without a log level gets no log messages",
    since = Revision.R2026_07_28,
    rule = Spec.REQUEST_LOGGING + "per-request-log-level",
    needs = Need.TOOL_LOGS)
final class LogUnasked implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().call(probe.tool(Role.LOGS));
    List<JsonNode> logged = reply.before("notifications/message");
    probe.expect(logged.isEmpty(), "no notifications/message", logged);
  }
}
