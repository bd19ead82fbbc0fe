package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.function.Predicate;

/** Faults of progress, cancellation, logging and completion. */
final class RequestFaults {
  private static final String AFTER =
      "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
          + "{\"progressToken\":\"token-after\",\"progress\":101}}\n\n";

  private RequestFaults() {}

  static void add(Map<String, ServerFault> all) {
    progress(all);
    cancellation(all);
    utilities(all);
  }

  private static void progress(Map<String, ServerFault> all) {
    all.put("requests/progress-token", changingProgress("token-7f", "progressToken", "another"));
    all.put("requests/progress-increases", changingProgress("token-grows", "progress", 1));
    all.put("requests/progress-number-token", changingProgress("4711", "progressToken", "4711"));
    all.put(
        "requests/progress-not-requested",
        FaultKinds.message(
            intercepted ->
                intercepted.calls("test_tool_with_progress") && intercepted.token().isEmpty(),
            message -> message.withObject("/params/_meta").put("progressToken", "unasked")));
    all.put(
        "requests/progress-after-response",
        FaultKinds.event(
            StreamFaults.token("token-after"),
            event -> event.contains("\"result\"") ? event + AFTER : event));
    all.put(
        "requests/progress-of-concurrent-requests",
        changingProgress("left", "progressToken", "right"));
  }

  private static ServerFault changingProgress(String token, String field, Object value) {
    return FaultKinds.response(
        StreamFaults.token(token),
        message -> {
          if (message.path("method").asText().equals("notifications/progress")) {
            message.withObject("/params").set(field, JsonTrees.tree(value));
          }
          return message;
        });
  }

  private static void cancellation(Map<String, ServerFault> all) {
    all.put("requests/cancelled-no-response", ignoringCancellation("cancelled"));
    all.put("requests/cancelled-stops", ignoringCancellation("stopped"));
    all.put("requests/cancel-unknown", FaultKinds.instead(cancels("never-was"), 400, "{}"));
    all.put(
        "requests/cancel-malformed",
        FaultKinds.instead(
            intercepted -> intercepted.at("/params/requestId").isObject(), 500, "{}"));
  }

  private static Predicate<InterceptedRequest> cancels(String id) {
    return intercepted -> intercepted.at("/params/requestId").asText().equals(id);
  }

  private static ServerFault ignoringCancellation(String id) {
    return FaultKinds.instead(cancels(id), 202, "");
  }

  private static void utilities(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> sets = intercepted -> intercepted.is("logging/setLevel");
    all.put("utilities/log-level-set", FaultKinds.error(sets.and(level("notice"))));
    all.put("utilities/log-level-invalid", FaultKinds.code(sets.and(level("loud")), -32603));
    all.put(
        "utilities/log-level-respected",
        FaultKinds.message(
            sets.and(level("emergency")),
            message -> message.withObject("/params").put("level", "debug")));
    String perRequest = "io.modelcontextprotocol/logLevel";
    all.put(
        "utilities/no-logs-without-level",
        FaultKinds.message(
            intercepted -> intercepted.stateless() && intercepted.calls("test_tool_with_logging"),
            message -> message.withObject("/params/_meta").put(perRequest, "debug")));
    all.put(
        "utilities/logs-with-requested-level",
        FaultKinds.dropped(
            intercepted -> intercepted.body.contains(perRequest),
            message -> message.path("method").asText().equals("notifications/message")));
    all.put(
        "utilities/completion-format",
        FaultKinds.result(
            intercepted -> intercepted.is("completion/complete"),
            result -> {
              ArrayNode values = result.withObject("/completion").putArray("values");
              for (int i = 0; i < 101; i++) {
                values.add("value " + i);
              }
            }));
    all.put(
        "utilities/completion-unknown",
        FaultKinds.code(a -> a.at("/params/ref/name").asText().equals("no_such_prompt"), -32603));
    Predicate<InterceptedRequest> lists = intercepted -> intercepted.is("tools/list");
    all.put(
        "utilities/tool-names", FaultKinds.result(lists, r -> first(r).put("name", "not a name!")));
    all.put(
        "utilities/tool-schemas",
        FaultKinds.result(lists, r -> first(r).withObject("/inputSchema").put("type", "string")));
    all.put(
        "utilities/declared-capabilities-served",
        FaultKinds.error(intercepted -> intercepted.is("prompts/list")));
  }

  private static ObjectNode first(ObjectNode tools) {
    return (ObjectNode) tools.path("tools").get(0);
  }

  private static Predicate<InterceptedRequest> level(String level) {
    return intercepted -> intercepted.at("/params/level").asText().equals(level);
  }
}
