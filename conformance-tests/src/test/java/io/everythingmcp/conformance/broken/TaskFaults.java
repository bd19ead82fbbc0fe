package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Faults of tasks. */
final class TaskFaults {
  private TaskFaults() {}

  static void add(Map<String, ServerFault> all) {
    sessions(all);
    extension(all);
  }

  private static Predicate<InterceptedRequest> method(String method, boolean stateless) {
    return intercepted -> intercepted.is(method) && intercepted.stateless() == stateless;
  }

  private static Predicate<InterceptedRequest> task(String id) {
    return intercepted -> intercepted.at("/params/taskId").asText().equals(id);
  }

  private static void sessions(Map<String, ServerFault> all) {
    all.put(
        "tasks/task-created",
        FaultKinds.result(
            method("tools/call", false),
            r -> {
              if (r.path("task").isObject()) {
                r.withObject("/task").remove("createdAt");
              }
            }));
    all.put(
        "tasks/task-found", FaultKinds.result(method("tasks/get", false), r -> r.remove("ttl")));
    all.put(
        "tasks/task-listed",
        FaultKinds.result(
            intercepted -> intercepted.is("tasks/list"),
            result -> {
              result.putArray("tasks");
              result.remove("nextCursor");
            }));
    all.put(
        "tasks/task-result",
        FaultKinds.result(method("tasks/result", false), r -> r.remove("_meta")));
    all.put(
        "tasks/task-cancelled",
        FaultKinds.result(method("tasks/cancel", false), r -> r.put("status", "working")));
    Set<String> cancelled = ConcurrentHashMap.newKeySet();
    all.put(
        "tasks/task-cancelled-twice",
        FaultKinds.success(
            method("tasks/cancel", false).and(intercepted -> seen(cancelled, intercepted)),
            "{'status':'cancelled'}"));
    all.put("tasks/task-unknown", FaultKinds.code(task("no-such-task"), -32603));
    all.put(
        "tasks/task-forbidden",
        FaultKinds.message(
            method("tools/call", false)
                .and(a -> a.at("/params/task").isObject())
                .and(a -> !a.calls("slow_compute")),
            message -> message.withObject("/params").remove("task")));
  }

  /**
   * Returns whether the same message was processed before; a message can be inspected several
   * times.
   */
  private static boolean seen(Set<String> ids, InterceptedRequest intercepted) {
    String task = intercepted.at("/params/taskId").asText();
    ids.add(task + " " + intercepted.at("/id"));
    return ids.stream().filter(id -> id.startsWith(task + " ")).count() > 1;
  }

  private static void extension(Map<String, ServerFault> all) {
    all.put(
        "tasks/extension-created",
        FaultKinds.result(
            method("tools/call", true),
            r -> {
              if (r.path("resultType").asText().equals("task")) {
                r.remove("ttlMs");
              }
            }));
    Predicate<InterceptedRequest> gets = method("tasks/get", true);
    all.put(
        "tasks/extension-found",
        FaultKinds.result(gets, result -> result.put("resultType", "task")));
    all.put(
        "tasks/extension-completes", FaultKinds.result(gets, result -> result.remove("result")));
    all.put("tasks/extension-cancelled", FaultKinds.error(method("tasks/cancel", true)));
    all.put(
        "tasks/extension-undeclared-call",
        FaultKinds.message(
            method("tools/call", true).and(a -> !a.body.contains("extensions")),
            message ->
                message
                    .withObject("/params/_meta")
                    .set(
                        "io.modelcontextprotocol/clientCapabilities",
                        JsonTrees.object("{'extensions':{'io.modelcontextprotocol/tasks':{}}}"))));
    all.put("tasks/extension-undeclared-get", FaultKinds.code(task("some-task"), -32602));
    all.put("tasks/extension-unknown", FaultKinds.code(task("no-such-task-at-all"), -32603));
    all.put(
        "tasks/extension-header",
        FaultKinds.code(intercepted -> intercepted.header("Mcp-Name").equals("that-task"), -32602));
    all.put(
        "tasks/extension-result-removed",
        FaultKinds.status(method("tasks/result", true), 404, 200));
  }
}
