package io.everythingmcp.server.protocol.execution;

import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.RpcMessage;

/** A request and what differs between the eras while it is executed. */
public interface EraRequest {

  /** Returns the JSON-RPC request. */
  RpcMessage.Request request();

  /** Returns the first step: usually the call of the method. */
  ProcessingStep firstStep();

  /**
   * Returns the step after a call of the method.
   *
   * @param outcome outcome of the call
   * @param roundTrip input of the call
   */
  ProcessingStep nextStep(RequestOutcome outcome, RuntimeRequestContext.RoundTrip roundTrip);

  /** Creates the context for a call of the method. */
  RuntimeRequestContext context(
      RuntimeRequestContext.RoundTrip roundTrip, CancellationToken cancellation);

  /** Renders an outcome as a response. */
  RenderedResponse render(RequestOutcome outcome);

  /** Renders the rejection of a request for which a worker thread or the store is unavailable. */
  RenderedResponse renderBusy(String why);

  /**
   * Returns whether a request is rendered as busy when the store cannot be reached; otherwise the
   * endpoint responds.
   *
   * @param worker whether the request is executed on a worker thread
   */
  boolean respondsWithoutStore(boolean worker);

  /**
   * Sends the response. Called again after a {@link
   * io.everythingmcp.server.store.StoreUnavailableException}.
   */
  void send(RenderedResponse response);

  /** Describes the request for observers of completed operations. */
  CompletedOperation completed(long nanos, CompletedOperation.Problem problem, int code);

  /** The request is executed on a worker thread, and can be cancelled and timed out. */
  default void onWorkerStart() {}

  /** The request is no longer executed on a worker thread. Called once after each start. */
  default void onWorkerEnd() {}

  /** The request has ended, or is suspended. Called once. */
  default void onEnd() {}
}
