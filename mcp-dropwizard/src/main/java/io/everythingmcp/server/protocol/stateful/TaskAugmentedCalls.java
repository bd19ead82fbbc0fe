package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.server.catalog.ToolEntry;
import io.everythingmcp.server.protocol.context.CancellationSource;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.protocol.stateful.stream.StreamLogResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskRunner;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls of tools that run as tasks. */
final class TaskAugmentedCalls {
  /** Maximum size of the parameters, which are stored with the task. */
  private static final int MAX_PARAMS = 256 * 1024;

  private final StatefulContext context;
  private final ServerToClientRequests clientRequests;
  private final TaskStore tasks;
  private final TaskRunner runner;
  private final StatefulInputResponseReader reader = new StatefulInputResponseReader();

  TaskAugmentedCalls(StatefulContext context, ServerToClientRequests clientRequests) {
    this.context = context;
    this.clientRequests = clientRequests;
    this.tasks = new TaskStore(context.runtime().store());
    this.runner =
        new TaskRunner(
            tasks,
            context.runtime().executor()::tryExecute,
            inputRequest -> {
              ObjectNode request =
                  RevisionView.clientRequest(ProtocolRevision.LATEST_STATEFUL, 0, inputRequest);
              return request.without(java.util.List.of("jsonrpc", "id"));
            });
    tasks.addListener(this::notifyStatus);
    context.sessions().onSessionEnded(id -> tasks.removeAll(ownerOf(id)));
  }

  TaskStore tasks() {
    return tasks;
  }

  /**
   * Returns the owner key of the tasks of a session: the caller's, or that of the session for
   * anonymous callers.
   */
  static String owner(Session session) {
    return session.owner().isEmpty() ? ownerOf(session.id()) : session.owner();
  }

  private static String ownerOf(String session) {
    return "session:" + session;
  }

  /**
   * Checks whether a request must become a task.
   *
   * @return the outcome instead of calling the tool; empty for an ordinary call
   */
  Optional<RequestOutcome> createTaskIfRequested(
      Session session, ResolvedRequest resolved, CallerIdentity caller) {
    Optional<ToolEntry> tool = resolved.tool();
    if (tool.isEmpty() || !session.revision().atLeast(ProtocolRevision.V2025_11_25)) {
      return Optional.empty();
    }
    TaskSupport support = tool.get().taskSupport();
    JsonNode wish = resolved.request().params().get("task");
    if (wish == null || wish.isNull()) {
      return support == TaskSupport.REQUIRED
          ? Optional.of(
              RequestOutcome.failed(
                  ErrorKind.NOT_SUPPORTED, "This tool runs as a task only: call it with \"task\""))
          : Optional.empty();
    }
    if (!wish.isObject()) {
      return Optional.of(
          RequestOutcome.failed(ErrorKind.INVALID_PARAMS, "\"task\" must be an object"));
    }
    return Optional.of(
        support == TaskSupport.FORBIDDEN
            ? RequestOutcome.failed(
                ErrorKind.NOT_SUPPORTED,
                "This tool does not run as a task: call it without \"task\"")
            : createTask(session, resolved, caller, wish));
  }

  private RequestOutcome createTask(
      Session session, ResolvedRequest resolved, CallerIdentity caller, JsonNode wish) {
    JsonNode params = resolved.request().params();
    JsonNode ttl = wish.path("ttl");
    if (!wish.isObject()
        || !(ttl.isMissingNode() || ttl.isNull() || (ttl.isNumber() && ttl.asLong() > 0))) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "\"task\" must be an object; its \"ttl\" a positive number of milliseconds");
    }
    if (WireJson.bytes(params).length > MAX_PARAMS) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "The parameters of a task may have " + MAX_PARAMS + " bytes");
    }
    Duration kept = ttl.isNumber() ? Duration.ofMillis(ttl.asLong()) : TaskStore.DEFAULT_TTL;
    Task.Origin origin =
        new Task.Origin(owner(session), session.id(), params, Map.of(), null, false);
    Optional<Task> task = tasks.begin(origin, kept);
    if (task.isEmpty()) {
      return RequestOutcome.failed(
          ErrorKind.INTERNAL_ERROR,
          "Task limit of this caller reached: "
              + TaskStore.MAX_PER_OWNER
              + "; retry when a task has ended");
    }
    start(session, task.get(), caller, resolved::method);
    ObjectNode result = WireJson.object();
    result.set("task", StatefulTaskRenderer.task(task.get()));
    return new RequestOutcome.Complete(result);
  }

  private void start(
      Session session, Task task, CallerIdentity caller, Supplier<McpMethod> method) {
    runner.run(
        task,
        (responses, state, cancellation) -> {
          RuntimeRequestContext.RoundTrip round =
              new RuntimeRequestContext.RoundTrip(responses, state);
          return execute(
              session, task, method.get(), call(session, task, caller, round, cancellation));
        },
        new CancellationSource());
  }

  /**
   * Resumes a task, on any instance: its tool is looked up again, by the work of the task, which
   * fails if the lookup does.
   */
  private void resume(Session session, Task task, CallerIdentity caller) {
    FeatureVisibility.Viewer viewer = new FeatureVisibility.Viewer(caller, true);
    start(
        session,
        task,
        caller,
        () -> context.runtime().methods().resolve(request(task), viewer).method());
  }

  private static RpcMessage.Request request(Task task) {
    return new RpcMessage.Request(WireJson.tree(task.id()), "tools/call", task.origin().request());
  }

  private RuntimeRequestContext call(
      Session session,
      Task task,
      CallerIdentity caller,
      RuntimeRequestContext.RoundTrip round,
      CancellationToken cancellation) {
    RpcMessage.Request request = request(task);
    return new RuntimeRequestContext(
        Map.of(),
        WireJson.map(request.params().get("_meta")),
        caller,
        session.client(),
        round,
        new StatefulRequestServices(
            context,
            session,
            request,
            caller,
            StreamLogResponseStream.single(context.log(), session.id()),
            cancellation,
            message -> {
              StatefulTaskRenderer.withRelatedTask((ObjectNode) message.get("params"), task.id());
              return message;
            }));
  }

  private RequestOutcome execute(
      Session session, Task task, McpMethod method, RuntimeRequestContext call) {
    RequestOutcome outcome = method.handle(task.origin().request(), call);
    if (outcome instanceof RequestOutcome.DeferredTask deferred) {
      outcome = deferred.work().run(call);
    }
    RequestOutcome.Failed impossible =
        outcome instanceof RequestOutcome.InputRequired required
            ? clientRequests.unsupportedInput(session, required)
            : null;
    return impossible != null ? impossible : outcome;
  }

  /** Accepts a response to an input request of a task, and resumes the task after the last one. */
  void onResponse(
      Session session,
      CallerIdentity caller,
      SentClientRequests.Sent inputRequest,
      RpcMessage.Response response) {
    tasks
        .find(inputRequest.subject(), owner(session))
        .map(task -> task.dialog().inputRequests().get(inputRequest.key()))
        .map(
            requested ->
                ExpectedInputResponse.to(
                    requested.path("method").asText(), requested.get("params")))
        .map(expected -> reader.read(response, expected, session.revision()))
        .flatMap(input -> tasks.respond(inputRequest.subject(), inputRequest.key(), input))
        .ifPresent(task -> resume(session, task, caller));
  }

  private void notifyStatus(Task task) {
    if (task.origin().session() != null) {
      StatefulSessionNotifier emitter =
          new StatefulSessionNotifier(context, task.origin().session());
      context
          .sessions()
          .findById(task.origin().session())
          .ifPresent(
              session ->
                  emitter.send(
                      session,
                      RpcMessage.notification(
                          "notifications/tasks/status", StatefulTaskRenderer.task(task))));
    }
  }
}
