package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.EndpointKind;
import java.util.function.Consumer;

/**
 * Additional tools in the first page of {@code tools/list}: with invalid header annotations, or
 * with a network reference in the schema.
 */
final class TrapTools implements RunFault {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CANARY = "/canary/schema/";

  private final boolean reference;

  private TrapTools(boolean reference) {
    this.reference = reference;
  }

  /** Tools whose {@code x-mcp-header} annotations are invalid, for clients of 2026-07-28. */
  static TrapTools invalidHeaders() {
    return new TrapTools(false);
  }

  /** A tool whose schema refers to a URL of the run, which no client may request. */
  static TrapTools networkReference() {
    return new TrapTools(true);
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.endpoint() == EndpointKind.CANARY) {
      call.replaceResponse("schema", ReplacementResponse.json(200, "{\"type\":\"string\"}"));
      return;
    }
    boolean first = !call.message().path("params").has("cursor");
    if (!call.rpcMethod().equals("tools/list") || !first || (!reference && !call.modern())) {
      return;
    }
    String id = reference ? "P60" : "P55";
    call.look(
        response ->
            response.change(
                json -> {
                  if (json.path("result").get("tools") instanceof ArrayNode tools) {
                    if (reference) {
                      addReference(tools, scene);
                    } else {
                      addInvalidHeaders(tools);
                    }
                    call.fault(id);
                    scene.provoked(id, call.n());
                  }
                }));
  }

  private static void addReference(ArrayNode tools, FaultScene scene) {
    add(
        tools,
        "networkReference",
        properties -> properties.putObject("value").put("$ref", scene.base() + CANARY + "value"));
  }

  private static void addInvalidHeaders(ArrayNode tools) {
    annotated(tools, "invalidEmpty", "string", JSON.getNodeFactory().textNode(""));
    annotated(tools, "invalidSpace", "string", JSON.getNodeFactory().textNode("My Region"));
    annotated(tools, "invalidColon", "string", JSON.getNodeFactory().textNode("Region:"));
    annotated(tools, "invalidCharacters", "string", JSON.getNodeFactory().textNode("Région"));
    annotated(tools, "invalidAnnotation", "string", JSON.createObjectNode());
    annotated(tools, "invalidObject", "object", JSON.getNodeFactory().textNode("Region"));
    add(
        tools,
        "invalidDuplicate",
        properties -> {
          property(properties, "first", "string", JSON.getNodeFactory().textNode("Region"));
          property(properties, "second", "string", JSON.getNodeFactory().textNode("REGION"));
        });
  }

  private static void annotated(ArrayNode tools, String name, String type, JsonNode annotation) {
    add(tools, name, properties -> property(properties, "region", type, annotation));
  }

  private static void property(
      ObjectNode properties, String name, String type, JsonNode annotation) {
    properties.putObject(name).put("type", type).set("x-mcp-header", annotation);
  }

  private static void add(ArrayNode tools, String name, Consumer<ObjectNode> properties) {
    ObjectNode tool = tools.addObject().put("name", name).put("description", "Do not call it");
    ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
    properties.accept(schema.putObject("properties"));
  }
}
