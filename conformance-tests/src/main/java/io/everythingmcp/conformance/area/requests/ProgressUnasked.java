package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import java.util.List;

/** Who gave no token hears of no progress. */
@Check(
    id = "requests/progress-unasked",
    title = "A request without a token gets no progress",
    rule = Spec.PROGRESS + "behavior-requirements",
    needs = Need.TOOL_PROGRESS)
final class ProgressUnasked implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().call(probe.tool(Role.PROGRESS));
    List<JsonNode> told = Progressing.told(reply);
    probe.expect(told.isEmpty(), "no notifications/progress", told);
  }
}
