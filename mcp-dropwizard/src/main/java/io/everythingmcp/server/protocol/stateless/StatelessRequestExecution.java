package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.context.CancellationSource;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.protocol.stateless.mrtr.RoundTripDecision;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request in progress. It is cancelled when the client disconnects. */
final class StatelessRequestExecution implements ResponseExchange.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(StatelessRequestExecution.class);

  private static final CompletedOperation.Problem AWAY =
      new CompletedOperation.Problem(CompletedOperation.STORE_UNAVAILABLE, null);

  private final StatelessContext context;
  private final StatelessRequest incoming;
  private final StatelessResponseStream reply;
  private final CancellationSource cancellation = new CancellationSource();
  private final AtomicBoolean working = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  private volatile ServerExecutor.Timer timeout = () -> {};

  StatelessRequestExecution(
      StatelessContext context, StatelessRequest incoming, ResponseExchange exchange) {
    this.context = context;
    this.incoming = incoming;
    this.reply = new StatelessResponseStream(exchange);
  }

  /** Runs the method, on this thread or on a worker. */
  void start(McpMethod method) {
    attempt(
        () -> {
          RoundTripDecision turn = context.rounds().evaluate(incoming.sender());
          if (!(turn instanceof RoundTripDecision.Go go)) {
            onDecision(turn);
          } else if (method.waits(incoming.request().params())) {
            onWorker(() -> execute(method, go.round()));
          } else {
            execute(method, go.round());
          }
        });
  }

  private void attempt(Runnable work) {
    try {
      incoming.meta().trace().runWithin(work);
    } catch (StoreUnavailableException e) {
      LOG.warn("{} was refused: {}", incoming.request().method(), e.getMessage());
      answer(
          StatelessResponse.busy(
              incoming.request(), "The shared store cannot be reached; try again"),
          AWAY);
    } catch (RuntimeException e) {
      String reference = SecureIds.random();
      LOG.error("{} failed, reference {}", incoming.request().method(), reference, e);
      RpcError error =
          RpcError.internal("Internal error, reference " + reference + " (see the server log)");
      answer(
          StatelessResponse.error(200, incoming.request(), error),
          CompletedOperation.Problem.of(RequestOutcome.failed(ErrorKind.INTERNAL_ERROR, "")));
    }
  }

  private void onWorker(Runnable work) {
    ServerExecutor workers = context.runtime().executor();
    working.set(true);
    context.outstanding().increment();
    timeout = workers.schedule(context.runtime().limits().requestTime(), this::timedOut);
    if (reply.over()) {
      release();
    } else if (!workers.tryExecute(() -> attempt(work))) {
      answer(
          StatelessResponse.busy(incoming.request(), "The server is busy; try again"),
          CompletedOperation.Problem.BUSY);
    }
  }

  private void execute(McpMethod method, RuntimeRequestContext.RoundTrip round) {
    RuntimeRequestContext call = call(round);
    RequestOutcome outcome = method.handle(incoming.request().params(), call);
    Optional<RoundTripDecision> early =
        outcome instanceof RequestOutcome.InputRequired asks && round.answers().isEmpty()
            ? context.rounds().evaluateUnsolicited(incoming.sender(), asks)
            : Optional.empty();
    if (early.isPresent() && early.get() instanceof RoundTripDecision.Go go) {
      execute(method, go.round());
    } else if (early.isPresent()) {
      onDecision(early.get());
    } else if (outcome instanceof RequestOutcome.DeferredTask deferred) {
      defer(deferred, call);
    } else {
      complete(outcome);
    }
  }

  private void defer(RequestOutcome.DeferredTask deferred, RuntimeRequestContext call) {
    Optional<RequestOutcome> task =
        context.tasks().begin(incoming.sender(), call.round(), deferred);
    if (task.isPresent()) {
      complete(task.get());
    } else if (working.get()) {
      complete(deferred.work().run(call));
    } else {
      onWorker(() -> complete(deferred.work().run(call)));
    }
  }

  private RuntimeRequestContext call(RuntimeRequestContext.RoundTrip round) {
    return new RuntimeRequestContext(
        Map.of(),
        WireJson.map(incoming.request().params().get("_meta")),
        incoming.caller(),
        incoming.meta().client(),
        round,
        new StatelessRequestServices(context.runtime(), incoming, reply, cancellation));
  }

  /** Answers without calling the method: input is required, or the round trip is refused. */
  private void onDecision(RoundTripDecision decision) {
    StatelessResponse response = context.answers().of(incoming, decision);
    answer(response, CompletedOperation.Problem.ofCode(response.code()));
  }

  private void complete(RequestOutcome outcome) {
    answer(context.answers().of(incoming, outcome), CompletedOperation.Problem.of(outcome));
  }

  /**
   * Sends the timeout error before the tool is cancelled, because the tool might otherwise respond
   * first.
   */
  private void timedOut() {
    complete(
        RequestOutcome.failed(
            ErrorKind.TIMEOUT,
            "Request timed out after "
                + context.runtime().limits().requestTime().toSeconds()
                + " s (mcp.requestTimeout)"));
    cancellation.request();
  }

  private void answer(StatelessResponse answer, CompletedOperation.Problem problem) {
    if (reply.answer(answer)) {
      measured(problem, answer.code());
      release();
    }
  }

  /** Cancels the request; no further message is sent. */
  void cancel() {
    boolean wanted = reply.closeWithoutResponse();
    cancellation.request();
    if (wanted) {
      measured(CompletedOperation.Problem.CANCELLED, 0);
      release();
    }
  }

  private void measured(CompletedOperation.Problem problem, int code) {
    long nanos = System.nanoTime() - startNanos;
    context
        .runtime()
        .operations()
        .publish(
            () ->
                new CompletedOperation(
                    ProtocolRevision.V2026_07_28,
                    incoming.inbound().channel(),
                    incoming.request(),
                    incoming.caller(),
                    null,
                    nanos,
                    problem.word(),
                    code,
                    problem.reason()));
  }

  private void release() {
    context.outstanding().remove(incoming);
    if (working.getAndSet(false)) {
      timeout.cancel();
      context.outstanding().done();
    }
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
