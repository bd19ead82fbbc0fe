package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;

/** How it goes on with a request that asks, or may ask. */
public sealed interface RoundTripDecision {

  /**
   * The feature is called.
   *
   * @param round what it gets from the client
   */
  record Go(RuntimeRequestContext.RoundTrip round) implements RoundTripDecision {}

  /**
   * The client is asked.
   *
   * @param result what it gets instead of a result
   */
  record Ask(ObjectNode result) implements RoundTripDecision {}

  /** It is over. */
  record End(RequestOutcome outcome) implements RoundTripDecision {}
}
