package io.everythingmcp.server.protocol.stateless.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.protocol.handlers.AnswerRules;
import io.everythingmcp.server.protocol.handlers.ExpectedAnswer;
import io.everythingmcp.server.protocol.handlers.Method;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.Tasks;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.Revision;
import java.util.Map;
import java.util.Optional;

/** {@code tasks/get}, {@code tasks/update} and {@code tasks/cancel}. */
final class TaskMethods {
  private final Tasks tasks;
  private final GoOn goOn;
  private final AnswerRules rules = new AnswerRules();

  /** Goes on with a task whose last answer this instance took. */
  interface GoOn {
    void with(Task task, CallerIdentity caller, ClientInfo client);
  }

  TaskMethods(Tasks tasks, GoOn goOn) {
    this.tasks = tasks;
    this.goOn = goOn;
  }

  Method find(String name) {
    return switch (name) {
      case "tasks/get" -> (params, call) -> of(params, call, TaskMethods::get);
      case "tasks/update" -> (params, call) -> of(params, call, task -> update(task, params, call));
      case "tasks/cancel" -> (params, call) -> of(params, call, this::cancel);
      default -> null;
    };
  }

  private interface Step {
    RequestOutcome with(Task task);
  }

  private RequestOutcome of(JsonNode params, CallContext call, Step step) {
    JsonNode id = params.path("taskId");
    Optional<Task> task =
        id.isTextual() ? tasks.find(id.textValue(), call.caller().owner()) : Optional.empty();
    return task.map(step::with)
        .orElseGet(
            () ->
                RequestOutcome.refused(
                    ErrorKind.INVALID_PARAMS,
                    "No task with \"taskId\" " + id.asText("(missing)") + ", or not any more"));
  }

  private static RequestOutcome get(Task task) {
    return new RequestOutcome.Complete(TaskShape.detailed(task));
  }

  /** A task that has ended stays as it ended. */
  private RequestOutcome cancel(Task task) {
    tasks.cancel(task.id());
    return TaskCalls.done();
  }

  private RequestOutcome update(Task task, JsonNode params, CallContext call) {
    JsonNode responses = params.path("inputResponses");
    if (!responses.isObject()) {
      return RequestOutcome.refused(
          ErrorKind.INVALID_PARAMS,
          "\"inputResponses\" must be an object: an answer for each question's key");
    }
    for (Map.Entry<String, JsonNode> question : task.dialog().questions().entrySet()) {
      Optional<String> wrong = wrong(question.getValue(), responses.get(question.getKey()));
      if (wrong.isPresent()) {
        return RequestOutcome.refused(
            ErrorKind.INVALID_PARAMS,
            "\"inputResponses\", " + question.getKey() + ": " + wrong.get());
      }
    }
    for (String key : task.dialog().questions().keySet()) {
      if (responses.has(key)) {
        tasks
            .answer(task.id(), key, new InputResponse(Json.map(responses.get(key)), null))
            .ifPresent(ready -> goOn.with(ready, call.caller(), call.client()));
      }
    }
    return TaskCalls.done();
  }

  private Optional<String> wrong(JsonNode question, JsonNode answer) {
    if (answer == null) {
      return Optional.empty();
    }
    ExpectedAnswer expected =
        ExpectedAnswer.to(question.path("method").asText(), question.get("params"));
    return rules
        .malformed(expected, answer, Revision.V2026_07_28)
        .or(() -> rules.unfit(expected, answer));
  }
}
