package io.everythingmcp.conformance.revisions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Validates every message of the server against the schema of the revision. */
final class MessageValidator {
  private static final Map<String, String> RESULTS =
      Map.ofEntries(
          Map.entry("initialize", "InitializeResult"),
          Map.entry("ping", "EmptyResult"),
          Map.entry("logging/setLevel", "EmptyResult"),
          Map.entry("resources/subscribe", "EmptyResult"),
          Map.entry("resources/unsubscribe", "EmptyResult"),
          Map.entry("tools/list", "ListToolsResult"),
          Map.entry("tools/call", "CallToolResult"),
          Map.entry("resources/list", "ListResourcesResult"),
          Map.entry("resources/templates/list", "ListResourceTemplatesResult"),
          Map.entry("resources/read", "ReadResourceResult"),
          Map.entry("prompts/list", "ListPromptsResult"),
          Map.entry("prompts/get", "GetPromptResult"),
          Map.entry("completion/complete", "CompleteResult"),
          Map.entry("tools/call as a task", "CreateTaskResult"),
          Map.entry("tasks/get", "GetTaskResult"),
          Map.entry("tasks/list", "ListTasksResult"),
          Map.entry("tasks/cancel", "CancelTaskResult"),
          Map.entry("tasks/result", "CallToolResult"));
  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry("ping", "PingRequest"),
          Map.entry("roots/list", "ListRootsRequest"),
          Map.entry("sampling/createMessage", "CreateMessageRequest"),
          Map.entry("elicitation/create", "ElicitRequest"),
          Map.entry("notifications/cancelled", "CancelledNotification"),
          Map.entry("notifications/progress", "ProgressNotification"),
          Map.entry("notifications/message", "LoggingMessageNotification"),
          Map.entry("notifications/tools/list_changed", "ToolListChangedNotification"),
          Map.entry("notifications/prompts/list_changed", "PromptListChangedNotification"),
          Map.entry("notifications/resources/list_changed", "ResourceListChangedNotification"),
          Map.entry("notifications/resources/updated", "ResourceUpdatedNotification"),
          Map.entry("notifications/elicitation/complete", "ElicitationCompleteNotification"),
          Map.entry("notifications/tasks/status", "TaskStatusNotification"));

  private final PublishedSchema schema;
  private final List<String> violations = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  MessageValidator(PublishedSchema schema) {
    this.schema = schema;
  }

  /** Validates the response to a request with this method. */
  void validateResponse(String method, JsonNode message) {
    if (message.has("error")) {
      seen.add("error " + message.path("error").path("code"));
      validateMessage(
          schema.has("JSONRPCError") ? "JSONRPCError" : "JSONRPCErrorResponse", message);
    } else {
      seen.add(method);
      validateMessage(
          schema.has("JSONRPCResultResponse") ? "JSONRPCResultResponse" : "JSONRPCResponse",
          message);
      check(RESULTS.get(method), message.path("result"), message);
    }
  }

  /** Validates a notification or a request of the server. */
  void message(JsonNode message) {
    String method = message.path("method").asText();
    seen.add(method);
    validateMessage(message.has("id") ? "JSONRPCRequest" : "JSONRPCNotification", message);
    String definition = MESSAGES.get(method);
    ObjectNode content = message.deepCopy();
    if (definition != null && !schema.wholeMessage(definition)) {
      content.remove(List.of("jsonrpc", "id"));
    }
    check(definition, content, message);
  }

  private void validateMessage(String definition, JsonNode message) {
    check(definition, message, message);
  }

  private void check(String definition, JsonNode value, JsonNode message) {
    if (definition == null || !schema.has(definition)) {
      violations.add("the revision has no " + definition + ": " + message);
      return;
    }
    for (String violation : schema.violations(definition, value)) {
      violations.add(definition + ": " + violation + " in " + shortened(message));
    }
  }

  private static String shortened(JsonNode message) {
    String text = message.toString();
    return text.length() < 600 ? text : text.substring(0, 600) + "...";
  }

  /** Returns the violations; empty if there are none. */
  List<String> violations() {
    return violations;
  }

  /** Returns the validated methods and error codes. */
  Set<String> seen() {
    return seen;
  }
}
