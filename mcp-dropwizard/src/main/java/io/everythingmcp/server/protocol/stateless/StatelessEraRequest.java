package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.execution.EraRequest;
import io.everythingmcp.server.protocol.execution.ProcessingStep;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.execution.RequestExecution;
import io.everythingmcp.server.protocol.stateless.mrtr.RoundTripDecision;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;

/** Request without a session. It is cancelled when the client disconnects. */
final class StatelessEraRequest implements EraRequest, ResponseExchange.Listener {
  private final StatelessContext context;
  private final StatelessRequest incoming;
  private final StatelessResponseStream reply;
  private final RequestExecution execution;

  StatelessEraRequest(
      StatelessContext context, StatelessRequest incoming, ResponseExchange exchange) {
    this.context = context;
    this.incoming = incoming;
    this.reply = new StatelessResponseStream(exchange);
    this.execution = new RequestExecution(context.runtime(), this);
  }

  /** Returns the execution of the request. */
  RequestExecution execution() {
    return execution;
  }

  @Override
  public RpcMessage.Request request() {
    return incoming.request();
  }

  @Override
  public ProcessingStep firstStep() {
    return step(context.roundTrips().evaluate(incoming.sender()));
  }

  private ProcessingStep step(RoundTripDecision decision) {
    if (decision instanceof RoundTripDecision.Go go) {
      return new ProcessingStep.CallMethod(go.roundTrip());
    }
    return decision instanceof RoundTripDecision.End end
        ? new ProcessingStep.SendOutcome(end.outcome())
        : new ProcessingStep.SendResponse(context.renderer().of(incoming, decision));
  }

  @Override
  public RuntimeRequestContext context(
      RuntimeRequestContext.RoundTrip round, CancellationToken cancellation) {
    return new RuntimeRequestContext(
        Map.of(),
        WireJson.map(incoming.request().params().get("_meta")),
        incoming.caller(),
        incoming.meta().client(),
        round,
        new StatelessRequestServices(context.runtime(), incoming, reply, cancellation));
  }

  @Override
  public ProcessingStep nextStep(RequestOutcome outcome, RuntimeRequestContext.RoundTrip round) {
    if (outcome instanceof RequestOutcome.DeferredTask deferred) {
      return context
          .tasks()
          .begin(incoming.sender(), round, deferred)
          .<ProcessingStep>map(ProcessingStep.SendOutcome::new)
          .orElseGet(() -> new ProcessingStep.RunDeferred(deferred, round));
    }
    if (outcome instanceof RequestOutcome.InputRequired required && round.responses().isEmpty()) {
      Optional<RoundTripDecision> early =
          context.roundTrips().evaluateUnsolicited(incoming.sender(), required);
      if (early.isPresent()) {
        return step(early.get());
      }
    }
    return new ProcessingStep.SendOutcome(outcome);
  }

  @Override
  public RenderedResponse render(RequestOutcome outcome) {
    return context.renderer().of(incoming, outcome);
  }

  @Override
  public RenderedResponse renderBusy(String why) {
    return RenderedResponse.busy(incoming.request(), why);
  }

  @Override
  public boolean respondsWithoutStore(boolean worker) {
    return true;
  }

  @Override
  public void send(RenderedResponse response) {
    reply.respond(response);
  }

  @Override
  public CompletedOperation completed(long nanos, CompletedOperation.Problem problem, int code) {
    return incoming.completed(nanos, problem.word(), code, problem.reason());
  }

  @Override
  public void onWorkerStart() {
    context.outstanding().increment();
  }

  @Override
  public void onWorkerEnd() {
    context.outstanding().done();
  }

  @Override
  public void onEnd() {
    context.outstanding().remove(incoming);
  }

  /** Cancels the request. The stream is closed first, so that no further message is sent. */
  void cancel() {
    reply.closeWithoutResponse();
    execution.cancel(() -> {});
  }

  @Override
  public void onClosed() {
    cancel();
  }

  @Override
  public void onAuthenticationRevoked() {
    cancel();
  }

  @Override
  public void onWritable() {
    reply.ready();
  }

  @Override
  public void onKeepAlive() {
    reply.openStream();
  }
}
