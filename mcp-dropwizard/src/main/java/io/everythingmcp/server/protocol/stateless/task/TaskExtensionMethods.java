package io.everythingmcp.server.protocol.stateless.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.protocol.handlers.InputResponseRules;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;

/** {@code tasks/get}, {@code tasks/update} and {@code tasks/cancel}. */
final class TaskExtensionMethods {
  private final TaskStore tasks;
  private final TaskResumption resumeAction;
  private final InputResponseRules rules = new InputResponseRules();

  /** Resumes a task whose last input response arrived on this instance. */
  interface TaskResumption {
    void with(Task task, CallerIdentity caller, ClientInfo client);
  }

  TaskExtensionMethods(TaskStore tasks, TaskResumption resumeAction) {
    this.tasks = tasks;
    this.resumeAction = resumeAction;
  }

  McpMethod find(String name) {
    return switch (name) {
      case "tasks/get" -> (params, call) -> of(params, call, TaskExtensionMethods::get);
      case "tasks/update" -> (params, call) -> of(params, call, task -> update(task, params, call));
      case "tasks/cancel" -> (params, call) -> of(params, call, this::cancel);
      default -> null;
    };
  }

  private interface Step {
    RequestOutcome with(Task task);
  }

  private RequestOutcome of(JsonNode params, RuntimeRequestContext call, Step step) {
    JsonNode id = params.path("taskId");
    Optional<Task> task =
        id.isTextual() ? tasks.find(id.textValue(), call.caller().ownerKey()) : Optional.empty();
    return task.map(step::with)
        .orElseGet(
            () ->
                RequestOutcome.failed(
                    ErrorKind.INVALID_PARAMS,
                    "Unknown or expired task: " + id.asText("(missing)")));
  }

  private static RequestOutcome get(Task task) {
    return new RequestOutcome.Complete(TaskExtensionRenderer.detailed(task));
  }

  /** A task that has ended stays as it ended. */
  private RequestOutcome cancel(Task task) {
    tasks.cancel(task.id());
    return TaskExtensionCalls.done();
  }

  private RequestOutcome update(Task task, JsonNode params, RuntimeRequestContext call) {
    JsonNode responses = params.path("inputResponses");
    if (!responses.isObject()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "\"inputResponses\" must be an object with one entry per key of \"inputRequests\"");
    }
    for (Map.Entry<String, JsonNode> inputRequest : task.dialog().inputRequests().entrySet()) {
      Optional<String> wrong =
          invalidResponse(inputRequest.getValue(), responses.get(inputRequest.getKey()));
      if (wrong.isPresent()) {
        return RequestOutcome.failed(
            ErrorKind.INVALID_PARAMS,
            "\"inputResponses\", " + inputRequest.getKey() + ": " + wrong.get());
      }
    }
    for (String key : task.dialog().inputRequests().keySet()) {
      if (responses.has(key)) {
        tasks
            .respond(task.id(), key, new InputResponse(WireJson.map(responses.get(key)), null))
            .ifPresent(ready -> resumeAction.with(ready, call.caller(), call.clientInfo()));
      }
    }
    return TaskExtensionCalls.done();
  }

  private Optional<String> invalidResponse(JsonNode inputRequest, JsonNode response) {
    if (response == null) {
      return Optional.empty();
    }
    ExpectedInputResponse expected =
        ExpectedInputResponse.to(inputRequest.path("method").asText(), inputRequest.get("params"));
    return rules
        .malformed(expected, response, ProtocolRevision.V2026_07_28)
        .or(() -> rules.unfit(expected, response));
  }
}
