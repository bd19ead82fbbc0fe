package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** Progress says whose it is. */
@Check(
    id = "requests/progress-token",
    title = "Progress carries the token of the request",
    rule = Spec.PROGRESS + "behavior-requirements",
    needs = Need.TOOL_PROGRESS)
final class ProgressToken implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Progressing.call(probe, probe.talk(), "token-7f");
    for (JsonNode told : Progressing.some(probe, reply)) {
      String token = told.at("/params/progressToken").asText();
      probe.expect(token.equals("token-7f"), "the token token-7f", told);
    }
  }
}
