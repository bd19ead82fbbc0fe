package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.StringJoiner;

/**
 * The result of {@code tools/call}.
 *
 * @param json all of it
 */
public record ToolCallResult(JsonNode json) {
  /** The texts of its content, each on a line. */
  public String text() {
    StringJoiner lines = new StringJoiner("\n");
    for (JsonNode block : json.path("content")) {
      if (block.path("type").asText().equals("text")) {
        lines.add(block.path("text").asText());
      }
    }
    return lines.toString();
  }

  /** Returns {@code structuredContent}; a missing node without one. */
  public JsonNode structuredContent() {
    return json.path("structuredContent");
  }

  /** Whether the tool reports an error. */
  public boolean isError() {
    return json.path("isError").asBoolean();
  }
}
