package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import java.util.List;

/** Who asks for messages gets them where the answer comes. */
@Check(
    id = "utilities/log-asked",
    title = "A request with a log level gets messages of that level on its own stream",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.REQUEST_LOGGING + "per-request-log-level",
    needs = {Need.LOGGING, Need.TOOL_LOGS})
final class LogAsked implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ObjectNode message = probe.tool(Role.LOGS).message(talk.nextId());
    message.withObject("/params/_meta").put("io.modelcontextprotocol/logLevel", "debug");
    Reply reply = talk.send(talk.post(message));
    List<JsonNode> logged = reply.before("notifications/message");
    probe.expect(!logged.isEmpty(), "notifications/message before the answer", reply);
  }
}
