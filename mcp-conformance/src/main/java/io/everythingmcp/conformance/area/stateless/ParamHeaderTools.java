package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.SchemaSampleValues;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.util.Map;

/** Tools with arguments that travel in headers too. */
final class ParamHeaderTools {
  private ParamHeaderTools() {}

  /** A call of such a tool, and the name of its header. */
  record Annotated(ToolCall call, String header) {}

  static Annotated find(ScenarioContext probe) {
    for (JsonNode tool : probe.lists().tools()) {
      JsonNode properties = tool.at("/inputSchema/properties");
      for (Map.Entry<String, JsonNode> property : properties.properties()) {
        JsonNode schema = property.getValue();
        if (schema.has("x-mcp-header") && schema.path("type").asText().equals("string")) {
          ObjectNode arguments = (ObjectNode) SchemaSampleValues.of(tool.path("inputSchema"));
          arguments.put(property.getKey(), "west");
          String header = "Mcp-Param-" + schema.get("x-mcp-header").asText();
          return new Annotated(new ToolCall(tool.path("name").asText(), arguments), header);
        }
      }
    }
    throw new NotApplicableException("no tool has a string argument with x-mcp-header");
  }
}
