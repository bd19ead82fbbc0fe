package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** A token is given back as it is. */
@Check(
    id = "requests/progress-number-token",
    title = "A token that is a number comes back as a number",
    rule = Spec.PROGRESS + "progress-flow",
    needs = Need.TOOL_PROGRESS)
final class ProgressNumberToken implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Progressing.call(probe, probe.talk(), 4711);
    for (JsonNode told : Progressing.some(probe, reply)) {
      JsonNode token = told.at("/params/progressToken");
      probe.expect(token.isNumber() && token.asInt() == 4711, "the number 4711", told);
    }
  }
}
