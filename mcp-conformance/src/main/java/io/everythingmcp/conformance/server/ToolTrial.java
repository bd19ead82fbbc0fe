package io.everythingmcp.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was observed during a call of a tool.
 *
 * @param definition its definition
 * @param reply the response, and the messages before it
 * @param took from the request to the response
 * @param changed the lists that each of two calls changed
 */
record ToolTrial(JsonNode definition, McpResponse reply, Duration took, Set<ToolRole> changed) {
  /** From here on a call can be cancelled, and a task be observed, before its end. */
  private static final Duration SLOW = Duration.ofSeconds(2);

  /** Returns the roles that the tool can have. */
  Set<ToolRole> roles() {
    EnumSet<ToolRole> roles = EnumSet.noneOf(ToolRole.class);
    JsonNode result = reply.result();
    if (result.path("resultType").asText().equals("input_required")) {
      if (asksByForm(result.path("inputRequests"))) {
        roles.add(ToolRole.INPUT_REQUIRED);
        if (result.path("requestState").isTextual()) {
          roles.add(ToolRole.REQUEST_STATE);
        }
      }
      return roles;
    }
    if (asksByForm(reply.before("elicitation/create"))) {
      roles.add(ToolRole.ELICITATION);
    }
    if (!reply.hasResult() || reply.toolFailed()) {
      return roles;
    }
    boolean slow = took.compareTo(SLOW) >= 0;
    if (!reply.before("notifications/progress").isEmpty()) {
      roles.add(ToolRole.PROGRESS);
      if (slow) {
        roles.add(ToolRole.SLOW);
      }
    }
    if (reply.before("notifications/message").stream()
        .anyMatch(message -> message.at("/params/level").asText().equals("info"))) {
      roles.add(ToolRole.LOGGING);
    }
    if (definition.at("/execution/taskSupport").asText().equals("optional")) {
      roles.add(slow ? ToolRole.TASK : ToolRole.SHORT_TASK);
    }
    roles.addAll(changed);
    return roles;
  }

  private static boolean asksByForm(JsonNode requests) {
    return asksByForm(requests.properties().stream().map(Map.Entry::getValue).toList());
  }

  private static boolean asksByForm(List<JsonNode> requests) {
    return requests.stream()
        .filter(request -> request.path("method").asText().equals("elicitation/create"))
        .anyMatch(request -> request.at("/params/mode").asText("form").equals("form"));
  }
}
