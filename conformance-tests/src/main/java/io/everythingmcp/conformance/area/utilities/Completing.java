package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Probe;

/** Completions of whatever the server has. */
final class Completing {
  private Completing() {}

  /** A reference and an argument that exist, as params. */
  static String existing(Probe probe) {
    for (JsonNode prompt : probe.lists().prompts()) {
      if (prompt.path("arguments").size() > 0) {
        ObjectNode params = Json.object("{'ref':{'type':'ref/prompt'}}");
        params.withObject("/ref").put("name", prompt.path("name").asText());
        params
            .putObject("argument")
            .put("name", prompt.at("/arguments/0/name").asText())
            .put("value", "");
        return params.toString();
      }
    }
    throw new NotApplicable("no prompt has an argument");
  }
}
