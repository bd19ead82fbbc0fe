package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.execution.EraRequest;
import io.everythingmcp.server.protocol.execution.ProcessingStep;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.execution.RequestExecution;
import io.everythingmcp.server.protocol.stateful.stream.LocalSessionActivity;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Request of a session. While a worker thread executes it, it is an activity of its session: it is
 * cancelled by a notification and when the session ends.
 */
final class StatefulEraRequest implements EraRequest, LocalSessionActivity {
  private final StatefulContext context;
  private final ServerToClientRequests clientRequests;
  private final Session session;
  private final RpcMessage.Request request;
  private final CallerIdentity caller;
  private final ResponseStream responseStream;
  private final RuntimeRequestContext.RoundTrip roundTrip;
  private final RequestExecution execution;

  /**
   * Creates a request.
   *
   * @param roundTrip responses to the input requests of the method; {@code FIRST} for a new request
   */
  StatefulEraRequest(
      StatefulContext context,
      ServerToClientRequests clientRequests,
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      ResponseStream responseStream,
      RuntimeRequestContext.RoundTrip roundTrip) {
    this.context = context;
    this.clientRequests = clientRequests;
    this.session = session;
    this.request = request;
    this.caller = caller;
    this.responseStream = responseStream;
    this.roundTrip = roundTrip;
    this.execution = new RequestExecution(context.runtime(), this);
  }

  /** Returns the execution of the request. */
  RequestExecution execution() {
    return execution;
  }

  @Override
  public RpcMessage.Request request() {
    return request;
  }

  @Override
  public ProcessingStep firstStep() {
    return new ProcessingStep.CallMethod(roundTrip);
  }

  @Override
  public RuntimeRequestContext context(
      RuntimeRequestContext.RoundTrip input, CancellationToken cancellation) {
    return new RuntimeRequestContext(
        Map.of(),
        WireJson.map(request.params().get("_meta")),
        caller,
        session.client(),
        input,
        new StatefulRequestServices(
            context,
            session,
            request,
            caller,
            responseStream,
            cancellation,
            UnaryOperator.identity()));
  }

  @Override
  public ProcessingStep nextStep(RequestOutcome outcome, RuntimeRequestContext.RoundTrip input) {
    if (outcome instanceof RequestOutcome.DeferredTask deferred) {
      return new ProcessingStep.RunDeferred(deferred, input);
    }
    if (outcome instanceof RequestOutcome.InputRequired required) {
      RequestOutcome.Failed impossible = clientRequests.unsupportedInput(session, required);
      return impossible != null
          ? new ProcessingStep.SendOutcome(impossible)
          : new ProcessingStep.SuspendRequest(
              () ->
                  clientRequests.sendInputRequests(
                      session, request, caller, responseStream, required));
    }
    return new ProcessingStep.SendOutcome(outcome);
  }

  @Override
  public RenderedResponse render(RequestOutcome outcome) {
    return StatefulResponseRenderer.render(context, session, request, outcome);
  }

  @Override
  public RenderedResponse renderBusy(String why) {
    return render(RequestOutcome.failed(ErrorKind.INTERNAL_ERROR, why));
  }

  /** On the thread of the HTTP request, the endpoint responds with status 503. */
  @Override
  public boolean respondsWithoutStore(boolean worker) {
    return worker;
  }

  @Override
  public void send(RenderedResponse response) {
    responseStream.sendResponse(request.id(), response.message());
  }

  @Override
  public CompletedOperation completed(long nanos, CompletedOperation.Problem problem, int code) {
    return context.completed(session, request, caller, nanos, problem, code);
  }

  @Override
  public void onWorkerStart() {
    context.attachments().add(session.id(), this);
  }

  @Override
  public void onWorkerEnd() {
    context.attachments().remove(session.id(), this);
  }

  @Override
  public boolean uses() {
    return true;
  }

  @Override
  public boolean isRunning() {
    return true;
  }

  @Override
  public boolean handlesRequest(JsonNode requestId) {
    return !execution.hasEnded() && request.id().equals(requestId);
  }

  @Override
  public boolean cancel(JsonNode requestId) {
    return request.id().equals(requestId)
        && execution.cancel(() -> responseStream.closeWithoutResponse(request.id()));
  }

  @Override
  public void sessionEnded() {
    execution.cancel(responseStream::end);
  }
}
