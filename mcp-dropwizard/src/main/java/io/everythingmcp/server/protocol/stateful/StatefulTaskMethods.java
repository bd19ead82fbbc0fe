package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Optional;

/** {@code tasks/get}, {@code tasks/list} and {@code tasks/cancel}. */
final class StatefulTaskMethods {
  private final TaskStore tasks;
  private final int pageSize;

  StatefulTaskMethods(TaskStore tasks, int pageSize) {
    this.tasks = tasks;
    this.pageSize = pageSize;
  }

  /** The method with this name, for a session; null when there is none. */
  McpMethod find(Session session, String name) {
    if (!session.revision().atLeast(ProtocolRevision.V2025_11_25)) {
      return null;
    }
    String owner = TaskAugmentedCalls.owner(session);
    return switch (name) {
      case "tasks/get" -> (params, call) -> get(owner, params);
      case "tasks/list" -> (params, call) -> list(owner, params);
      case "tasks/cancel" -> (params, call) -> cancel(owner, params);
      default -> null;
    };
  }

  static RequestOutcome unknown(JsonNode params) {
    return RequestOutcome.failed(
        ErrorKind.INVALID_PARAMS,
        "Unknown or expired task: " + params.path("taskId").asText("(missing)"));
  }

  private RequestOutcome get(String owner, JsonNode params) {
    return tasks
        .find(params.path("taskId").asText(), owner)
        .<RequestOutcome>map(task -> new RequestOutcome.Complete(StatefulTaskRenderer.task(task)))
        .orElseGet(() -> unknown(params));
  }

  private RequestOutcome cancel(String owner, JsonNode params) {
    Optional<Task> task = tasks.find(params.path("taskId").asText(), owner);
    if (task.isEmpty()) {
      return unknown(params);
    }
    return tasks
        .cancel(task.get().id())
        .<RequestOutcome>map(
            cancelled -> new RequestOutcome.Complete(StatefulTaskRenderer.task(cancelled)))
        .orElseGet(
            () -> RequestOutcome.failed(ErrorKind.INVALID_PARAMS, "The task has ended already"));
  }

  /**
   * The cursor is the id of the last task of the page before: ids cannot be guessed, and tasks keep
   * their order.
   */
  private RequestOutcome list(String owner, JsonNode params) {
    List<Task> all = tasks.of(owner);
    JsonNode cursor = params.get("cursor");
    int from = 0;
    if (cursor != null) {
      List<String> ids = all.stream().map(Task::id).toList();
      from = ids.indexOf(cursor.asText()) + 1;
      if (from == 0) {
        return RequestOutcome.failed(
            ErrorKind.INVALID_PARAMS,
            "Invalid cursor: it must be the nextCursor of an earlier tasks/list result");
      }
    }
    int to = Math.min(from + pageSize, all.size());
    ObjectNode result = WireJson.object();
    ArrayNode page = result.putArray("tasks");
    all.subList(from, to).forEach(task -> page.add(StatefulTaskRenderer.task(task)));
    if (to < all.size()) {
      result.put("nextCursor", all.get(to - 1).id());
    }
    return new RequestOutcome.Complete(result);
  }
}
