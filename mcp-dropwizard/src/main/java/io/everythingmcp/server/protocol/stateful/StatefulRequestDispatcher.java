package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateful.stream.BatchResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.StreamLogResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;

/** Starts requests, and resumes those whose input responses have arrived. */
final class StatefulRequestDispatcher {
  private final StatefulContext context;
  private final ServerToClientRequests clientRequests;
  private final StatefulMethods own;
  private final TaskAugmentedCalls tasks;

  StatefulRequestDispatcher(StatefulContext context) {
    this.context = context;
    this.clientRequests = new ServerToClientRequests(context, this::resume);
    this.tasks = new TaskAugmentedCalls(context, clientRequests);
    int pageSize = context.runtime().methods().pages().tasks();
    this.own = new StatefulMethods(context, new StatefulTaskMethods(tasks.tasks(), pageSize));
  }

  /** Accepts the response of the client to a request; discards it if no request waits for it. */
  void onResponse(Session session, CallerIdentity caller, RpcMessage.Response response) {
    Optional<SentClientRequests.Sent> sent = context.sent().find(session.id(), response.id());
    if (sent.isEmpty()) {
      return;
    }
    switch (sent.get().purpose()) {
      case INPUT_REQUEST ->
          clientRequests.onResponse(session, sent.get(), response).ifPresent(this::resume);
      case TASK_INPUT_REQUEST -> tasks.onResponse(session, caller, sent.get(), response);
      case PING -> {}
    }
    context.sent().remove(session.id(), response.id().intValue());
  }

  /** Starts a request; its response is sent on the response stream, now or later. */
  void begin(
      Session session, ResolvedRequest resolved, CallerIdentity caller, ResponseStream stream) {
    RpcMessage.Request request = resolved.request();
    if (context.attachments().handlesRequest(session.id(), request.id())) {
      RpcError error =
          RpcError.invalidRequest(
              "Duplicate request id: a request with this id is still in progress");
      stream.sendResponse(null, WireJson.bytes(RpcMessage.error(request.id(), error)));
      return;
    }
    if (request.method().equals("tasks/result")
        && session.revision().atLeast(ProtocolRevision.V2025_11_25)) {
      new TaskResultWaiter(context, tasks.tasks(), session, request, stream).start();
      return;
    }
    long begun = System.nanoTime();
    Optional<RequestOutcome> task = tasks.createTaskIfRequested(session, resolved, caller);
    if (task.isPresent()) {
      RenderedResponse response =
          StatefulResponseRenderer.render(context, session, asTask(request), task.get());
      CompletedOperation.Problem problem = CompletedOperation.Problem.of(task.get());
      long nanos = System.nanoTime() - begun;
      context
          .runtime()
          .operations()
          .publish(
              () -> context.completed(session, request, caller, nanos, problem, response.code()));
      stream.sendResponse(request.id(), response.message());
    } else {
      new StatefulEraRequest(
              context,
              clientRequests,
              session,
              request,
              caller,
              stream,
              RuntimeRequestContext.RoundTrip.FIRST)
          .execution()
          .start(method(session, resolved));
    }
  }

  /**
   * Cancels a request on any instance. A request that is suspended or has a stream is ended
   * immediately, because the instance that processes it may have failed.
   */
  void cancel(Session session, JsonNode request) {
    if (context.attachments().cancelHere(session.id(), request)) {
      return;
    }
    context
        .log()
        .inFlightRequests()
        .find(session.id(), request)
        .filter(work -> !work.ended())
        .ifPresent(
            work -> {
              StreamLogResponseStream stream =
                  new StreamLogResponseStream(context.log(), session.id(), work.stream());
              if (work.continuation() != null) {
                clientRequests.discard(work.continuation(), stream);
              }
              stream.closeWithoutResponse(request);
            });
    context.attachments().cancelElsewhere(session.id(), request);
  }

  /** Starts the monitoring of clients that wait for other instances. */
  void subscribe() {
    new OrphanedRequestMonitor(context, clientRequests).start();
  }

  /** The response that announces a task is not a tool result. */
  private static RpcMessage.Request asTask(RpcMessage.Request request) {
    return new RpcMessage.Request(request.id(), "tasks/begin", request.params());
  }

  private McpMethod method(Session session, ResolvedRequest resolved) {
    if (resolved.method() != null) {
      return resolved.method();
    }
    String name = resolved.request().method();
    McpMethod ours = own.find(session, name);
    return ours != null
        ? ours
        : (params, call) ->
            RequestOutcome.failed(ErrorKind.NOT_SUPPORTED, "Method not found: " + name);
  }

  private void resume(RequestContinuation continuation) {
    Optional<Session> session = context.sessions().findById(continuation.session());
    if (session.isEmpty()) {
      return;
    }
    Optional<ResponseStream> batch =
        context.attachments().activitiesOf(continuation.session()).stream()
            .filter(PendingClientRequest.class::isInstance)
            .map(PendingClientRequest.class::cast)
            .filter(parked -> parked.belongsTo(continuation))
            .map(PendingClientRequest::release)
            .filter(BatchResponseStream.class::isInstance)
            .findFirst();
    context
        .log()
        .inFlightRequests()
        .begin(continuation.session(), continuation.stream(), continuation.requestId());
    RpcMessage.Request request = continuation.request();
    ResponseStream stream =
        batch.orElseGet(
            () ->
                new StreamLogResponseStream(
                    context.log(), continuation.session(), continuation.stream()));
    RuntimeRequestContext.RoundTrip roundTrip =
        new RuntimeRequestContext.RoundTrip(continuation.responses(), continuation.state());
    new StatefulEraRequest(
            context,
            clientRequests,
            session.get(),
            request,
            continuation.caller(),
            stream,
            roundTrip)
        .execution()
        .start(resumedMethod(session.get(), continuation));
  }

  /** Looks the method up again; if that fails, so does the request, by its execution. */
  private McpMethod resumedMethod(Session session, RequestContinuation continuation) {
    FeatureVisibility.Viewer viewer = new FeatureVisibility.Viewer(continuation.caller(), true);
    try {
      return method(session, context.runtime().methods().resolve(continuation.request(), viewer));
    } catch (RuntimeException e) {
      return (params, call) -> {
        throw e;
      };
    }
  }
}
