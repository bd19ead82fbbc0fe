package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** A prompt without what it needs. */
@Check(
    id = "errors/prompt-argument-missing",
    title = "A prompt without an argument that it requires is answered with error -32602",
    level = Level.SHOULD,
    rule = Spec.PROMPTS + "error-handling",
    needs = Need.PROMPTS)
final class PromptArgumentMissing implements Scenario {
  @Override
  public void run(Probe probe) {
    String name =
        probe.lists().prompts().stream()
            .filter(PromptArgumentMissing::needsSomething)
            .map(prompt -> prompt.path("name").asText())
            .findFirst()
            .orElseThrow(() -> new NotApplicable("no prompt requires an argument"));
    String params = Json.object("{}").put("name", name).toString();
    Reply reply = probe.talk().ask("prompts/get", params);
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }

  private static boolean needsSomething(JsonNode prompt) {
    for (JsonNode argument : prompt.path("arguments")) {
      if (argument.path("required").asBoolean()) {
        return true;
      }
    }
    return false;
  }
}
