package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.WireJson;

/**
 * Tasks as revision 2025-11-25 shows them.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/tasks">Tasks</a>
 */
final class StatefulTaskRenderer {
  private static final String RELATED = "io.modelcontextprotocol/related-task";

  private StatefulTaskRenderer() {}

  static ObjectNode task(Task task) {
    ObjectNode json = WireJson.object().put("taskId", task.id()).put("status", status(task));
    if (task.message() != null) {
      json.put("statusMessage", task.message());
    }
    return json.put("createdAt", task.times().created().toString())
        .put("lastUpdatedAt", task.times().updated().toString())
        .put("ttl", task.times().ttl().toMillis())
        .put("pollInterval", TaskStore.POLL.toMillis());
  }

  /** A tool that reports an error has failed, in this revision. */
  private static String status(Task task) {
    boolean error = task.result() != null && task.result().path("isError").asBoolean();
    return error ? Task.Status.FAILED.word() : task.status().word();
  }

  /** Marks a message, or a result, as belonging to a task. */
  static ObjectNode withRelatedTask(ObjectNode holder, String id) {
    ObjectNode meta =
        holder.get("_meta") instanceof ObjectNode existing ? existing : holder.putObject("_meta");
    meta.putObject(RELATED).put("taskId", id);
    return holder;
  }
}
