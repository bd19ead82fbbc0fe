package io.everythingmcp.server.protocol.stateful.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;

/** Contents of results as a revision sees them. */
public final class ContentView {
  private ContentView() {}

  public static void toolResult(ProtocolRevision revision, ObjectNode result) {
    JsonNode structured = result.get("structuredContent");
    if (structured != null && !structured.isObject()) {
      result.set("structuredContent", WireJson.object().set("result", structured));
    }
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      result.remove("structuredContent");
    }
    if (result.get("content") instanceof ArrayNode content) {
      for (int i = 0; i < content.size(); i++) {
        content.set(i, block(revision, (ObjectNode) content.get(i)));
      }
    }
  }

  public static void replace(ProtocolRevision revision, ObjectNode holder, String field) {
    if (holder.get(field) instanceof ObjectNode content) {
      holder.set(field, block(revision, content));
    }
  }

  public static void contents(ProtocolRevision revision, ObjectNode contents) {
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      contents.remove("_meta");
    }
  }

  private static ObjectNode block(ProtocolRevision revision, ObjectNode block) {
    String type = block.path("type").asText();
    if (type.equals("audio") && !revision.atLeast(ProtocolRevision.V2025_03_26)) {
      return text(
          "[audio, "
              + block.path("mimeType").asText()
              + ": this revision of the protocol cannot carry it]");
    }
    if (revision.atLeast(ProtocolRevision.V2025_11_25)) {
      return block;
    }
    block.remove("icons");
    if (!revision.atLeast(ProtocolRevision.V2025_06_18)) {
      if (type.equals("resource_link")) {
        return text(
            "Resource: " + block.path("name").asText() + " <" + block.path("uri").asText() + ">");
      }
      block.remove("_meta");
      DefinitionView.annotations(block);
      if (block.get("resource") instanceof ObjectNode resource) {
        contents(revision, resource);
      }
    }
    return block;
  }

  private static ObjectNode text(String text) {
    return WireJson.object().put("type", "text").put("text", text);
  }
}
