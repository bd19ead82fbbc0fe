package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.TraceContext;
import io.everythingmcp.server.protocol.context.CancellationSource;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.protocol.stateful.stream.LocalSessionActivity;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request in progress: from its arrival, or its resumption, to its response or its next input
 * requests.
 */
final class StatefulRequestExecution implements LocalSessionActivity {
  private static final Logger LOG = LoggerFactory.getLogger(StatefulRequestExecution.class);

  /** State of the execution. Exactly one transition from WORKING occurs. */
  private enum State {
    WORKING,
    ASKING,
    ENDED
  }

  /** Number of seconds for which a response waits for the store. */
  private static final int PATIENCE = 600;

  private static final RequestOutcome AWAY =
      RequestOutcome.failed(
          ErrorKind.INTERNAL_ERROR, "The shared store cannot be reached; try again");

  private final StatefulContext context;
  private final ServerToClientRequests questions;
  private final Session session;
  private final RpcMessage.Request request;
  private final CallerIdentity caller;
  private final ResponseStream line;
  private final CancellationSource cancellation = new CancellationSource();
  private final AtomicReference<State> state = new AtomicReference<>(State.WORKING);
  private final long startNanos = System.nanoTime();
  private volatile ServerExecutor.Timer timeout;

  StatefulRequestExecution(
      StatefulContext context,
      ServerToClientRequests questions,
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      ResponseStream line) {
    this.context = context;
    this.questions = questions;
    this.session = session;
    this.request = request;
    this.caller = caller;
    this.line = line;
  }

  /** Runs the method, on this thread or on a worker. */
  void start(McpMethod method, RuntimeRequestContext.RoundTrip round) {
    if (!method.waits(request.params())) {
      traced(() -> execute(method, round));
      return;
    }
    onWorker(() -> traced(() -> execute(method, round)));
  }

  private void traced(Runnable work) {
    TraceContext.of(request.params().path("_meta")).runWithin(work);
  }

  private void onWorker(Runnable work) {
    timeout =
        context
            .runtime()
            .executor()
            .schedule(context.runtime().limits().requestTime(), this::timedOut);
    context.attachments().add(session.id(), this);
    if (state.get() != State.WORKING) {
      release();
    } else if (!context.runtime().executor().tryExecute(work)) {
      complete(RequestOutcome.failed(ErrorKind.INTERNAL_ERROR, "The server is busy; try again"));
    }
  }

  private void execute(McpMethod method, RuntimeRequestContext.RoundTrip round) {
    RuntimeRequestContext call =
        new RuntimeRequestContext(
            Map.of(),
            WireJson.map(request.params().get("_meta")),
            caller,
            session.client(),
            round,
            new StatefulRequestServices(
                context, session, request, caller, line, cancellation, UnaryOperator.identity()));
    RequestOutcome outcome = attempt(() -> method.handle(request.params(), call));
    if (!(outcome instanceof RequestOutcome.DeferredTask deferred)) {
      complete(outcome);
      return;
    }
    Runnable rest = () -> complete(attempt(() -> deferred.work().run(call)));
    if (onWorker()) {
      rest.run();
    } else {
      onWorker(rest);
    }
  }

  private boolean onWorker() {
    return timeout != null;
  }

  private RequestOutcome attempt(Supplier<RequestOutcome> work) {
    try {
      return work.get();
    } catch (StoreUnavailableException e) {
      if (!onWorker()) {
        throw e;
      }
      return AWAY;
    } catch (RuntimeException e) {
      String reference = SecureIds.random();
      LOG.error("{} failed, reference {}", request.method(), reference, e);
      return RequestOutcome.failed(
          ErrorKind.INTERNAL_ERROR,
          "Internal error, reference " + reference + " (see the server log)");
    }
  }

  private void complete(RequestOutcome outcome) {
    if (outcome instanceof RequestOutcome.InputRequired asks) {
      requireInput(asks);
    } else if (outcome instanceof RequestOutcome.DeferredTask) {
      complete(
          RequestOutcome.failed(
              ErrorKind.INTERNAL_ERROR, "What was put off cannot be put off again"));
    } else if (transitionTo(State.ENDED)) {
      StatefulResponseRenderer.Answer answer = rendered(outcome);
      measured(CompletedOperation.Problem.of(outcome), answer.code());
      deliver(answer.message(), PATIENCE);
    }
  }

  /** Retries the delivery of a response while the store is temporarily unavailable. */
  private void deliver(byte[] answer, int tries) {
    try {
      line.sendResponse(request.id(), answer);
      release();
    } catch (StoreUnavailableException e) {
      if (tries == 0) {
        release();
        throw e;
      }
      ServerExecutor workers = context.runtime().executor();
      workers.schedule(
          Duration.ofSeconds(1), () -> workers.tryExecute(() -> deliver(answer, tries - 1)));
    }
  }

  private void requireInput(RequestOutcome.InputRequired asks) {
    RequestOutcome.Failed impossible = questions.unsupportedInput(session, asks);
    if (impossible != null) {
      complete(impossible);
    } else if (transitionTo(State.ASKING)) {
      measured(CompletedOperation.Problem.NONE, 0);
      try {
        questions.sendInputRequests(session, request, caller, line, asks);
        release();
      } catch (StoreUnavailableException e) {
        deliver(rendered(AWAY).message(), PATIENCE);
      }
    }
  }

  private StatefulResponseRenderer.Answer rendered(RequestOutcome outcome) {
    try {
      return StatefulResponseRenderer.answer(context, session, request, outcome);
    } catch (RuntimeException e) {
      LOG.error("The response to {} could not be written", request.method(), e);
      return StatefulResponseRenderer.answer(
          context,
          session,
          request,
          RequestOutcome.failed(ErrorKind.INTERNAL_ERROR, "Internal error"));
    }
  }

  /** Leaves the state WORKING; returns false if another transition was first. */
  private boolean transitionTo(State next) {
    return state.compareAndSet(State.WORKING, next);
  }

  private void measured(CompletedOperation.Problem problem, int code) {
    context.measured(session, request, caller, System.nanoTime() - startNanos, problem, code);
  }

  /** Is held no longer, now that what it led to is on its way. */
  private void release() {
    ServerExecutor.Timer timer = timeout;
    if (timer != null) {
      timer.cancel();
    }
    context.attachments().remove(session.id(), this);
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

  @Override
  public boolean uses() {
    return true;
  }

  @Override
  public boolean isRunning() {
    return true;
  }

  /**
   * The id can be reused as soon as the response has been sent, before the cleanup has finished.
   */
  @Override
  public boolean handlesRequest(JsonNode requestId) {
    return state.get() != State.ENDED && request.id().equals(requestId);
  }

  @Override
  public boolean cancel(JsonNode requestId) {
    if (!request.id().equals(requestId) || !transitionTo(State.ENDED)) {
      return false;
    }
    measured(CompletedOperation.Problem.CANCELLED, 0);
    endWithoutResponse();
    return true;
  }

  @Override
  public void sessionEnded() {
    if (transitionTo(State.ENDED)) {
      measured(CompletedOperation.Problem.CANCELLED, 0);
      cancellation.request();
      line.end();
      release();
    }
  }

  private void endWithoutResponse() {
    cancellation.request();
    try {
      line.closeWithoutResponse(request.id());
    } finally {
      release();
    }
  }
}
