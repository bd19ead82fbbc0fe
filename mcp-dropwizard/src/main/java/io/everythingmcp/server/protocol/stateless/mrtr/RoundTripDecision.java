package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;

/** Next step of a multi round-trip request. */
public sealed interface RoundTripDecision {

  /**
   * The feature is called.
   *
   * @param round its input from the client
   */
  record Go(RuntimeRequestContext.RoundTrip round) implements RoundTripDecision {}

  /**
   * The client must supply input.
   *
   * @param result the input required result
   */
  record Ask(ObjectNode result) implements RoundTripDecision {}

  /** It is over. */
  record End(RequestOutcome outcome) implements RoundTripDecision {}
}
