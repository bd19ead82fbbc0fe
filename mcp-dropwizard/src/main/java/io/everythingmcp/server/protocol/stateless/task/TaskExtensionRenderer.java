package io.everythingmcp.server.protocol.stateless.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.WireJson;

/** Renders tasks in the flat format of this extension. */
final class TaskExtensionRenderer {
  private TaskExtensionRenderer() {}

  /** Renders a task without its input requests or result. */
  static ObjectNode of(Task task) {
    ObjectNode json =
        WireJson.object().put("taskId", task.id()).put("status", task.status().word());
    if (task.message() != null) {
      json.put("statusMessage", task.message());
    }
    return json.put("createdAt", task.times().created().toString())
        .put("lastUpdatedAt", task.times().updated().toString())
        .put("ttlMs", task.times().ttl().toMillis())
        .put("pollIntervalMs", TaskStore.POLL.toMillis());
  }

  /** Renders a task with its input requests, result or error. */
  static ObjectNode detailed(Task task) {
    ObjectNode json = of(task);
    switch (task.status()) {
      case INPUT_REQUIRED -> {
        ObjectNode requests = json.putObject("inputRequests");
        task.dialog().inputRequests().forEach(requests::set);
      }
      case COMPLETED -> json.set("result", task.result());
      case FAILED -> json.set("error", WireJson.tree(error(task.refusal())));
      case WORKING, CANCELLED -> {}
    }
    return json;
  }

  private static RpcError error(RequestOutcome.Failed refused) {
    Object data = refused.data().isEmpty() ? null : refused.data();
    return switch (refused.kind()) {
      case INVALID_PARAMS, INVALID_TOOL_ARGUMENTS, NOT_FOUND, RESOURCE_NOT_FOUND ->
          new RpcError(RpcError.INVALID_PARAMS, refused.message(), data);
      case MISSING_CLIENT_CAPABILITY ->
          RpcError.missingCapability(refused.message(), refused.data());
      default -> new RpcError(RpcError.INTERNAL_ERROR, refused.message(), data);
    };
  }
}
