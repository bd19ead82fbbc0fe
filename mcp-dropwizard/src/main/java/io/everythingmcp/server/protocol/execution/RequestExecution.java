package io.everythingmcp.server.protocol.execution;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.TraceContext;
import io.everythingmcp.server.protocol.context.CancellationSource;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request in progress: from its arrival, or its resumption, to its response or its next input
 * requests. The same in both eras.
 */
public final class RequestExecution {
  private static final Logger LOG = LoggerFactory.getLogger(RequestExecution.class);

  /** State of the execution. Exactly one transition from WORKING occurs. */
  private enum State {
    WORKING,
    SUSPENDED,
    ENDED
  }

  /** Number of seconds for which a response waits for the store. */
  private static final int DELIVERY_ATTEMPTS = 600;

  private static final String OUTAGE = "The shared store cannot be reached; try again";

  private static final CompletedOperation.Problem STORE_UNAVAILABLE =
      new CompletedOperation.Problem(CompletedOperation.STORE_UNAVAILABLE, null);

  private final ServerRuntime runtime;
  private final EraRequest era;
  private final CancellationSource cancellation = new CancellationSource();
  private final AtomicReference<State> state = new AtomicReference<>(State.WORKING);
  private final AtomicBoolean onWorker = new AtomicBoolean();
  private final AtomicBoolean released = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  private volatile ServerExecutor.Timer timeout;

  public RequestExecution(ServerRuntime runtime, EraRequest era) {
    this.runtime = runtime;
    this.era = era;
  }

  /** Work that a method has deferred. It cannot be deferred again. */
  private record DeferredWork(RequestOutcome.TaskWork work) implements McpMethod {
    @Override
    public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
      RequestOutcome outcome = work.run(call);
      return outcome instanceof RequestOutcome.DeferredTask
          ? RequestOutcome.failed(
              ErrorKind.INTERNAL_ERROR, "Deferred work must not be deferred again")
          : outcome;
    }
  }

  /** Executes the method, on this thread or on a worker thread. */
  public void start(McpMethod method) {
    if (method.isBlocking()) {
      startWorker(method, null);
    } else {
      execute(method, null);
    }
  }

  private void startWorker(McpMethod method, ProcessingStep first) {
    ServerExecutor workers = runtime.executor();
    timeout = workers.schedule(runtime.limits().requestTime(), this::timedOut);
    era.onWorkerStart();
    onWorker.set(true);
    if (!isWorking()) {
      release();
    } else if (!workers.tryExecute(() -> execute(method, first))) {
      respond(era.renderBusy("The server is busy; try again"), CompletedOperation.Problem.BUSY);
    }
  }

  /**
   * Executes the method until there is a message to send.
   *
   * @param first the first step; null for that of the era
   */
  @SuppressWarnings("try") // The scope is only closed.
  private void execute(McpMethod method, ProcessingStep first) {
    try (TraceContext.Scope unused = TraceContext.of(meta()).enter()) {
      ProcessingStep step = first == null ? era.firstStep() : first;
      while (step instanceof ProcessingStep.CallMethod call) {
        RuntimeRequestContext context = era.context(call.roundTrip(), cancellation);
        RequestOutcome outcome = method.handle(era.request().params(), context);
        step = era.nextStep(outcome, call.roundTrip());
      }
      finish(step);
    } catch (StoreUnavailableException e) {
      storeUnavailable(e);
    } catch (RuntimeException | Error e) {
      if (!isWorking()) {
        throw e;
      }
      failed(e);
    }
  }

  private JsonNode meta() {
    return era.request().params().path("_meta");
  }

  private void finish(ProcessingStep step) {
    if (step instanceof ProcessingStep.SendOutcome send) {
      complete(send.outcome());
    } else if (step instanceof ProcessingStep.SendResponse send) {
      RenderedResponse response = send.response();
      respond(response, CompletedOperation.Problem.ofCode(response.code()));
    } else if (step instanceof ProcessingStep.SuspendRequest suspend) {
      suspend(suspend.sendInputRequests());
    } else if (step instanceof ProcessingStep.RunDeferred deferred) {
      McpMethod remaining = new DeferredWork(deferred.task().work());
      ProcessingStep call = new ProcessingStep.CallMethod(deferred.roundTrip());
      if (onWorker.get()) {
        execute(remaining, call);
      } else {
        startWorker(remaining, call);
      }
    }
  }

  private void storeUnavailable(StoreUnavailableException e) {
    if (!isWorking()) {
      throw e;
    }
    if (era.respondsWithoutStore(onWorker.get())) {
      LOG.warn("{} was refused: {}", era.request().method(), e.getMessage());
      respond(era.renderBusy(OUTAGE), STORE_UNAVAILABLE);
      return;
    }
    if (transitionTo(State.ENDED)) {
      completed(STORE_UNAVAILABLE, 0);
      release();
    }
    throw e;
  }

  private void failed(Throwable e) {
    String reference = SecureIds.random();
    LOG.error("{} failed, reference {}", era.request().method(), reference, e);
    complete(
        RequestOutcome.failed(
            ErrorKind.INTERNAL_ERROR,
            "Internal error, reference " + reference + " (see the server log)"));
  }

  private void complete(RequestOutcome outcome) {
    RenderedResponse response;
    CompletedOperation.Problem problem = CompletedOperation.Problem.of(outcome);
    try {
      response = era.render(outcome);
    } catch (StoreUnavailableException e) {
      LOG.warn("{} was refused: {}", era.request().method(), e.getMessage());
      response = era.renderBusy(OUTAGE);
      problem = STORE_UNAVAILABLE;
    } catch (RuntimeException | Error e) {
      LOG.error("The response to {} could not be written", era.request().method(), e);
      RequestOutcome failed = RequestOutcome.failed(ErrorKind.INTERNAL_ERROR, "Internal error");
      response = era.render(failed);
      problem = CompletedOperation.Problem.of(failed);
    }
    respond(response, problem);
  }

  private void respond(RenderedResponse response, CompletedOperation.Problem problem) {
    if (transitionTo(State.ENDED)) {
      completed(problem, response.code());
      deliver(response, DELIVERY_ATTEMPTS);
    }
  }

  /** Retries the delivery of a response while the store is temporarily unavailable. */
  private void deliver(RenderedResponse response, int attempts) {
    boolean again = false;
    try {
      era.send(response);
    } catch (StoreUnavailableException e) {
      again = attempts > 0;
      if (!again) {
        throw e;
      }
    } finally {
      if (!again) {
        release();
      }
    }
    if (again) {
      ServerExecutor workers = runtime.executor();
      workers.schedule(
          Duration.ofSeconds(1), () -> workers.tryExecute(() -> deliver(response, attempts - 1)));
    }
  }

  private void suspend(Runnable sendInputRequests) {
    if (transitionTo(State.SUSPENDED)) {
      completed(CompletedOperation.Problem.NONE, 0);
      try {
        sendInputRequests.run();
        release();
      } catch (StoreUnavailableException e) {
        deliver(era.renderBusy(OUTAGE), DELIVERY_ATTEMPTS);
      }
    }
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
                + runtime.limits().requestTime().toSeconds()
                + " s (mcp.requestTimeout)"));
    cancellation.request();
  }

  /**
   * Cancels the request; no response is sent.
   *
   * @param close closes the channel of the response
   * @return whether the request was in progress
   */
  public boolean cancel(Runnable close) {
    boolean cancelled = transitionTo(State.ENDED);
    if (cancelled) {
      completed(CompletedOperation.Problem.CANCELLED, 0);
    }
    cancellation.request();
    if (cancelled) {
      try {
        close.run();
      } finally {
        release();
      }
    }
    return cancelled;
  }

  /** Leaves the state WORKING; returns false if another transition was first. */
  private boolean transitionTo(State next) {
    return state.compareAndSet(State.WORKING, next);
  }

  private boolean isWorking() {
    return state.get() == State.WORKING;
  }

  /**
   * Returns whether the response has been sent or the request was cancelled. The id can be reused
   * from then on, before the cleanup has finished.
   */
  public boolean hasEnded() {
    return state.get() == State.ENDED;
  }

  private void completed(CompletedOperation.Problem problem, int code) {
    long nanos = System.nanoTime() - startNanos;
    runtime.operations().publish(() -> era.completed(nanos, problem, code));
  }

  /** Ends what belongs to the execution: its timer and its registrations. */
  private void release() {
    if (onWorker.getAndSet(false)) {
      timeout.cancel();
      era.onWorkerEnd();
    }
    if (released.compareAndSet(false, true)) {
      era.onEnd();
    }
  }
}
