package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Faults of tasks. */
final class TaskFaults {
  private TaskFaults() {}

  static void add(Map<String, Fault> all) {
    sessions(all);
    extension(all);
  }

  private static Predicate<Asked> method(String method, boolean stateless) {
    return asked -> asked.is(method) && asked.stateless() == stateless;
  }

  private static Predicate<Asked> task(String id) {
    return asked -> asked.at("/params/taskId").asText().equals(id);
  }

  private static void sessions(Map<String, Fault> all) {
    all.put(
        "tasks/created",
        Kinds.result(
            method("tools/call", false),
            r -> {
              if (r.path("task").isObject()) {
                r.withObject("/task").remove("createdAt");
              }
            }));
    all.put("tasks/found", Kinds.result(method("tasks/get", false), r -> r.remove("ttl")));
    all.put(
        "tasks/listed",
        Kinds.result(
            asked -> asked.is("tasks/list"),
            result -> {
              result.putArray("tasks");
              result.remove("nextCursor");
            }));
    all.put("tasks/result", Kinds.result(method("tasks/result", false), r -> r.remove("_meta")));
    all.put(
        "tasks/cancelled",
        Kinds.result(method("tasks/cancel", false), r -> r.put("status", "working")));
    Set<String> cancelled = ConcurrentHashMap.newKeySet();
    all.put(
        "tasks/cancelled-twice",
        Kinds.success(
            method("tasks/cancel", false).and(asked -> seen(cancelled, asked)),
            "{'status':'cancelled'}"));
    all.put("tasks/unknown", Kinds.code(task("no-such-task"), -32603));
    all.put(
        "tasks/forbidden",
        Kinds.message(
            method("tools/call", false)
                .and(a -> a.at("/params/task").isObject())
                .and(a -> !a.calls("slow_compute")),
            message -> message.withObject("/params").remove("task")));
  }

  /**
   * Returns whether the same message was processed before; a message can be inspected several
   * times.
   */
  private static boolean seen(Set<String> ids, Asked asked) {
    String task = asked.at("/params/taskId").asText();
    ids.add(task + " " + asked.at("/id"));
    return ids.stream().filter(id -> id.startsWith(task + " ")).count() > 1;
  }

  private static void extension(Map<String, Fault> all) {
    all.put(
        "tasks/extension-created",
        Kinds.result(
            method("tools/call", true),
            r -> {
              if (r.path("resultType").asText().equals("task")) {
                r.remove("ttlMs");
              }
            }));
    Predicate<Asked> gets = method("tasks/get", true);
    all.put(
        "tasks/extension-found", Kinds.result(gets, result -> result.put("resultType", "task")));
    all.put("tasks/extension-completes", Kinds.result(gets, result -> result.remove("result")));
    all.put("tasks/extension-cancelled", Kinds.error(method("tasks/cancel", true)));
    all.put(
        "tasks/extension-undeclared-call",
        Kinds.message(
            method("tools/call", true).and(a -> !a.body.contains("extensions")),
            message ->
                message
                    .withObject("/params/_meta")
                    .set(
                        "io.modelcontextprotocol/clientCapabilities",
                        JsonTrees.object("{'extensions':{'io.modelcontextprotocol/tasks':{}}}"))));
    all.put("tasks/extension-undeclared-get", Kinds.code(task("some-task"), -32602));
    all.put("tasks/extension-unknown", Kinds.code(task("no-such-task-at-all"), -32603));
    all.put(
        "tasks/extension-header",
        Kinds.code(asked -> asked.header("Mcp-Name").equals("that-task"), -32602));
    all.put("tasks/extension-result-gone", Kinds.status(method("tasks/result", true), 404, 200));
  }
}
