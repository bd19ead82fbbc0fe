package io.everythingmcp.check.rule.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.List;

/**
 * Formats of responses to roots, sampling and elicitation requests; each method returns the
 * violation, or null.
 */
public final class InputResultFormats {
  private static final List<String> ACTIONS = List.of("accept", "decline", "cancel");

  private InputResultFormats() {}

  public static String roots(JsonNode result) {
    if (!result.path("roots").isArray()) {
      return "roots are " + shown(result.path("roots"));
    }
    for (JsonNode root : result.path("roots")) {
      if (!root.path("uri").asText("").startsWith("file://")) {
        return "a root with the uri " + shown(root.path("uri"));
      }
    }
    return null;
  }

  /**
   * Checks the result of an elicitation.
   *
   * @param params the parameters of the elicitation
   */
  public static String elicitation(JsonNode params, JsonNode result) {
    String action = result.path("action").asText("");
    if (!ACTIONS.contains(action)) {
      return "action is " + shown(result.path("action"));
    }
    JsonNode content = result.path("content");
    if (content.isMissingNode() || content.isNull() || content.isEmpty()) {
      return null;
    }
    if (params.path("mode").asText("form").equals("url")) {
      return "content in the result of a URL elicitation";
    }

    return action.equals("accept") ? null : "content beside " + action;
  }

  public static String sampling(JsonNode result, String revision) {
    JsonNode content = result.path("content");
    boolean list =
        content.isArray() && PublishedRevisions.since(revision, PublishedRevisions.V2025_11);
    if (!result.path("role").isTextual()) {
      return "role is " + shown(result.path("role"));
    }
    if (!content.isObject() && !list) {
      return "content is " + shown(content);
    }
    return result.path("model").isTextual() ? null : "model is " + shown(result.path("model"));
  }

  /**
   * Checks the result of sampling with tools.
   *
   * @param params the parameters of the sampling request
   */
  public static String toolUse(JsonNode params, JsonNode result) {
    int uses = 0;
    int results = 0;
    int others = 0;
    JsonNode content = result.path("content");
    for (JsonNode block : content.isArray() ? content : List.of(content)) {
      switch (block.path("type").asText()) {
        case "tool_use" -> uses++;
        case "tool_result" -> results++;
        default -> others++;
      }
    }
    if (results > 0 && uses + others > 0) {
      return "tool results beside other content";
    }
    return params.path("toolChoice").path("mode").asText().equals("required") && uses == 0
        ? "no tool_use, and toolChoice is required"
        : null;
  }

  private static String shown(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }
}
