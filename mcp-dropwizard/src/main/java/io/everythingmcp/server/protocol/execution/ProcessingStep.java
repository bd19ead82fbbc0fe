package io.everythingmcp.server.protocol.execution;

import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;

/** What is to be done next with a request. */
public sealed interface ProcessingStep {

  /**
   * The method is called.
   *
   * @param roundTrip its input from the client
   */
  record CallMethod(RuntimeRequestContext.RoundTrip roundTrip) implements ProcessingStep {}

  /**
   * The rest of the work is done on a worker thread.
   *
   * @param task the deferred work
   * @param roundTrip input of the round trip that deferred it
   */
  record RunDeferred(RequestOutcome.DeferredTask task, RuntimeRequestContext.RoundTrip roundTrip)
      implements ProcessingStep {}

  /**
   * The outcome is rendered and sent.
   *
   * @param outcome the outcome
   */
  record SendOutcome(RequestOutcome outcome) implements ProcessingStep {}

  /**
   * A response is sent that does not come from the method.
   *
   * @param response the response
   */
  record SendResponse(RenderedResponse response) implements ProcessingStep {}

  /**
   * The request is suspended until the client has responded to input requests.
   *
   * @param sendInputRequests stores the request and sends the input requests
   */
  record SuspendRequest(Runnable sendInputRequests) implements ProcessingStep {}
}
