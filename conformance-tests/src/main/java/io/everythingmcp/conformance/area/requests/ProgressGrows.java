package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** Progress goes on. */
@Check(
    id = "requests/progress-grows",
    title = "Progress increases with each notification",
    rule = Spec.PROGRESS + "progress-flow",
    needs = Need.TOOL_PROGRESS)
final class ProgressGrows implements Scenario {
  @Override
  public void run(Probe probe) {
    double last = Double.NEGATIVE_INFINITY;
    Reply reply = Progressing.call(probe, probe.talk(), "token-grows");
    for (JsonNode told : Progressing.some(probe, reply)) {
      JsonNode progress = told.at("/params/progress");
      probe.expect(
          progress.isNumber() && progress.asDouble() > last, "a number above " + last, told);
      last = progress.asDouble();
    }
  }
}
