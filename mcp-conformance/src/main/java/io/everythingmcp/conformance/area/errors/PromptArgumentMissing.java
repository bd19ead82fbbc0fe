package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A prompt requires its required arguments. */
@ConformanceCheck(
    id = "errors/prompt-argument-missing",
    title = "A prompt without an argument that it requires returns error -32602",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.PROMPTS + "error-handling",
    requires = ServerPrerequisite.PROMPTS)
final class PromptArgumentMissing implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String name =
        probe.lists().prompts().stream()
            .filter(PromptArgumentMissing::needsSomething)
            .map(prompt -> prompt.path("name").asText())
            .findFirst()
            .orElseThrow(() -> new NotApplicableException("no prompt requires an argument"));
    String params = JsonTrees.object("{}").put("name", name).toString();
    McpResponse reply = probe.client().callMethod("prompts/get", params);
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
