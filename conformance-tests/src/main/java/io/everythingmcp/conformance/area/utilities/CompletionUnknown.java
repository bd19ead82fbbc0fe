package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** A prompt that does not exist. */
@Check(
    id = "utilities/completion-unknown",
    title = "A completion for a prompt that does not exist is refused with -32602",
    level = Level.SHOULD,
    rule = Spec.COMPLETION + "error-handling",
    needs = Need.COMPLETIONS)
final class CompletionUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply =
        probe
            .talk()
            .ask(
                "completion/complete",
                "{'ref':{'type':'ref/prompt','name':'no_such_prompt'},"
                    + "'argument':{'name':'a','value':''}}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
