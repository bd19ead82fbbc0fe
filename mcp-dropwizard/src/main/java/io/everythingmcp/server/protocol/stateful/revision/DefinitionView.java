package io.everythingmcp.server.protocol.stateful.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/**
 * Definitions of tools, prompts and resources, and of the server itself, as a revision sees them.
 */
public final class DefinitionView {
  private DefinitionView() {}

  public static void tool(ProtocolRevision revision, ObjectNode tool) {
    if (tool.has("outputSchema")
        && !tool.path("outputSchema").path("type").asText().equals("object")) {
      tool.set("outputSchema", wrapped(tool.get("outputSchema")));
    }
    described(revision, tool);
    if (!revision.atLeast(ProtocolRevision.V2025_11_25)) {
      tool.remove("execution");
    }
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      tool.remove("outputSchema");
    }
    if (!revision.atLeast(ProtocolRevision.V2025_03_26)) {
      tool.remove("annotations");
    }
  }

  /**
   * Before 2026-07-28 structured output is an object; anything else becomes the field {@code
   * result} of one.
   */
  private static ObjectNode wrapped(JsonNode schema) {
    ObjectNode object = WireJson.object().put("type", "object");
    object.putObject("properties").set("result", schema);
    object.putArray("required").add("result");
    return object;
  }

  public static void prompt(ProtocolRevision revision, ObjectNode prompt) {
    described(revision, prompt);
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      prompt.path("arguments").forEach(argument -> ((ObjectNode) argument).remove("title"));
    }
  }

  /** What all definitions have in common: icons, titles, metadata, annotations. */
  public static void described(ProtocolRevision revision, ObjectNode definition) {
    if (!revision.atLeast(ProtocolRevision.V2025_11_25)) {
      definition.remove("icons");
    }
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      definition.remove(List.of("title", "_meta"));
      annotations(definition);
    }
  }

  public static void annotations(ObjectNode annotated) {
    if (annotated.get("annotations") instanceof ObjectNode annotations) {
      annotations.remove("lastModified");
    }
  }

  public static void handshake(ProtocolRevision revision, ObjectNode result) {
    ObjectNode server = (ObjectNode) result.get("serverInfo");
    ObjectNode capabilities = (ObjectNode) result.get("capabilities");
    if (!revision.atLeast(ProtocolRevision.V2025_11_25)) {
      server.remove(List.of("icons", "description", "websiteUrl"));
      capabilities.remove(List.of("tasks", "extensions"));
    }
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      server.remove("title");
    }
    if (!revision.atLeast(ProtocolRevision.V2025_03_26)) {
      capabilities.remove("completions");
    }
  }
}
