package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** Not more than a hundred. */
@Check(
    id = "utilities/completion-shape",
    title = "A completion has at most 100 values",
    rule = Spec.COMPLETION + "completion-results",
    needs = Need.COMPLETIONS)
final class CompletionShape implements Scenario {
  private static final int MOST = 100;

  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().ask("completion/complete", Completing.existing(probe));
    JsonNode values = reply.result().at("/completion/values");
    probe.expect(values.isArray(), "completion.values, an array", reply);
    probe.expect(values.size() <= MOST, "at most 100 values", values.size() + " values");
  }
}
