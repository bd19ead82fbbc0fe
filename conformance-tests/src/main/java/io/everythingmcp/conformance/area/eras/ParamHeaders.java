package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.scenario.NotApplicable;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Samples;
import io.everythingmcp.conformance.talk.ToolCall;
import java.util.Map;

/** Tools with arguments that travel in headers too. */
final class ParamHeaders {
  private ParamHeaders() {}

  /** A call of such a tool, and the name of its header. */
  record Annotated(ToolCall call, String header) {}

  static Annotated find(Probe probe) {
    for (JsonNode tool : probe.lists().tools()) {
      JsonNode properties = tool.at("/inputSchema/properties");
      for (Map.Entry<String, JsonNode> property : properties.properties()) {
        JsonNode schema = property.getValue();
        if (schema.has("x-mcp-header") && schema.path("type").asText().equals("string")) {
          ObjectNode arguments = (ObjectNode) Samples.of(tool.path("inputSchema"));
          arguments.put(property.getKey(), "west");
          String header = "Mcp-Param-" + schema.get("x-mcp-header").asText();
          return new Annotated(new ToolCall(tool.path("name").asText(), arguments), header);
        }
      }
    }
    throw new NotApplicable("no tool has a string argument with x-mcp-header");
  }
}
