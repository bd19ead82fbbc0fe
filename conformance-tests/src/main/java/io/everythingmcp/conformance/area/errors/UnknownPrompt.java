package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** A prompt that does not exist. */
@Check(
    id = "errors/unknown-prompt",
    title = "A prompt that does not exist is answered with error -32602",
    level = Level.SHOULD,
    rule = Spec.PROMPTS + "error-handling",
    needs = Need.PROMPTS)
final class UnknownPrompt implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().ask("prompts/get", "{'name':'no_such_prompt_here'}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
