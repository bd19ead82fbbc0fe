package io.everythingmcp.server.protocol.stateless.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.context.CancellationSource;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateless.mrtr.MultiRoundTripRequests;
import io.everythingmcp.server.protocol.stateless.mrtr.RequestSender;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskRunner;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tool calls that continue as tasks. */
public final class TaskExtensionCalls {
  private final ServerRuntime runtime;
  private final TaskStore tasks;
  private final TaskRunner runner;
  private final TaskExtensionMethods methods;

  public TaskExtensionCalls(ServerRuntime runtime) {
    this.runtime = runtime;
    this.tasks = new TaskStore(runtime.store());
    this.runner =
        new TaskRunner(tasks, runtime.executor()::tryExecute, MultiRoundTripRequests::inputRequest);
    this.methods = new TaskExtensionMethods(tasks, this::resume);
  }

  /** The method of the extension with this name; null when there is none. */
  public McpMethod find(String name) {
    return methods.find(name);
  }

  /**
   * Why a request cannot be served as long as the client does not declare the extension; empty when
   * it can.
   */
  public Optional<RpcError> refusal(ResolvedRequest resolved, ClientInfo client) {
    RpcMessage.Request request = resolved.request();
    if (TaskExtension.declaredBy(client)) {
      return Optional.empty();
    }
    boolean listens = request.params().path("notifications").has("taskIds");
    if (find(request.method()) != null || listens) {
      return Optional.of(TaskExtension.required(request.method()));
    }
    return resolved
        .tool()
        .filter(tool -> tool.taskSupport() == TaskSupport.REQUIRED)
        .map(tool -> TaskExtension.required("The tool " + tool.name()));
  }

  /**
   * Continues a call as a task if the client declares the extension.
   *
   * @param roundTrip input of the previous round trip
   * @return the response; empty if the client must wait for the result
   */
  public Optional<RequestOutcome> begin(
      RequestSender sender,
      RuntimeRequestContext.RoundTrip roundTrip,
      RequestOutcome.DeferredTask deferred) {
    if (!sender.request().method().equals("tools/call")
        || !TaskExtension.declaredBy(sender.client())) {
      return Optional.empty();
    }
    CallerIdentity caller = sender.caller();
    Task.Origin origin =
        new Task.Origin(
            caller.ownerKey(),
            null,
            sender.request().params(),
            roundTrip.responses(),
            roundTrip.state(),
            true);
    Optional<Task> task = tasks.begin(origin, deferred.ttl());
    if (task.isEmpty()) {
      return Optional.of(
          RequestOutcome.failed(
              ErrorKind.INTERNAL_ERROR,
              "Task limit of this caller reached: "
                  + TaskStore.MAX_PER_OWNER
                  + "; retry when a task has ended"));
    }
    run(task.get(), caller, sender.client(), deferred.work());
    ObjectNode result = TaskExtensionRenderer.of(task.get()).put("resultType", "task");
    return Optional.of(new RequestOutcome.Complete(result));
  }

  /**
   * Resumes a task whose input responses have arrived: its work is found by calling the tool again.
   */
  private void resume(Task task, CallerIdentity caller, ClientInfo client) {
    RequestOutcome.TaskWork job =
        call -> {
          RuntimeRequestContext before =
              context(
                  task,
                  caller,
                  client,
                  new RuntimeRequestContext.RoundTrip(
                      task.origin().responses(), task.origin().state()),
                  new TaskRequestServices(runtime, caller, call.cancellation()));
          RpcMessage.Request request =
              new RpcMessage.Request(
                  WireJson.tree(task.id()), "tools/call", task.origin().request());
          RequestOutcome outcome =
              runtime
                  .methods()
                  .resolve(request, before.viewer())
                  .method()
                  .handle(request.params(), before);
          return outcome instanceof RequestOutcome.DeferredTask deferred
              ? deferred.work().run(call)
              : outcome;
        };
    run(task, caller, client, job);
  }

  private void run(
      Task task, CallerIdentity caller, ClientInfo client, RequestOutcome.TaskWork job) {
    runner.run(
        task,
        (responses, state, cancellation) -> {
          boolean first = task.dialog().roundTrips() == 0;
          RuntimeRequestContext.RoundTrip roundTrip =
              first
                  ? new RuntimeRequestContext.RoundTrip(
                      task.origin().responses(), task.origin().state())
                  : new RuntimeRequestContext.RoundTrip(responses, state);
          TaskRequestServices ports = new TaskRequestServices(runtime, caller, cancellation);
          RequestOutcome outcome = job.run(context(task, caller, client, roundTrip, ports));
          return outcome instanceof RequestOutcome.InputRequired required
              ? MultiRoundTripRequests.unsupportedInput(required, client)
                  .<RequestOutcome>map(refused -> refused)
                  .orElse(required)
              : outcome;
        },
        new CancellationSource());
  }

  private static RuntimeRequestContext context(
      Task task,
      CallerIdentity caller,
      ClientInfo client,
      RuntimeRequestContext.RoundTrip roundTrip,
      TaskRequestServices ports) {
    JsonNode params = task.origin().request();
    return new RuntimeRequestContext(
        WireJson.map(params.get("arguments")),
        WireJson.map(params.get("_meta")),
        caller,
        client,
        roundTrip,
        ports);
  }

  /**
   * Subscribes to all changes of a task.
   *
   * @param listener receives a notification for each change
   * @return the subscription; empty if the task is unknown or of another owner
   */
  public Optional<PubSubChannels.Subscription> subscribe(
      String id, String owner, Consumer<ObjectNode> listener) {
    return tasks
        .find(id, owner)
        .map(
            known ->
                tasks.subscribe(
                    id,
                    () ->
                        tasks
                            .find(id, owner)
                            .ifPresent(
                                task ->
                                    listener.accept(
                                        RpcMessage.notification(
                                            "notifications/tasks",
                                            TaskExtensionRenderer.detailed(task))))));
  }

  /** Whether this owner has such a task. */
  public boolean exists(String id, String owner) {
    return tasks.find(id, owner).isPresent();
  }

  /** A result without content. */
  static RequestOutcome done() {
    return new RequestOutcome.Complete(Map.of());
  }
}
