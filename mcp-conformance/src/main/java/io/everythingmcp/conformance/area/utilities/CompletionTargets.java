package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** Completions of whatever the server has. */
final class CompletionTargets {
  private CompletionTargets() {}

  /** A reference and an argument that exist, as params. */
  static String existing(ScenarioContext probe) {
    for (JsonNode prompt : probe.lists().prompts()) {
      if (prompt.path("arguments").size() > 0) {
        ObjectNode params = JsonTrees.object("{'ref':{'type':'ref/prompt'}}");
        params.withObject("/ref").put("name", prompt.path("name").asText());
        params
            .putObject("argument")
            .put("name", prompt.at("/arguments/0/name").asText())
            .put("value", "");
        return params.toString();
      }
    }
    throw new NotApplicableException("no prompt has an argument");
  }
}
