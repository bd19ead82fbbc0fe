package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;

/** Next step of a multi round-trip request. */
public sealed interface RoundTripDecision {

  /**
   * The feature is called.
   *
   * @param roundTrip its input from the client
   */
  record Go(RuntimeRequestContext.RoundTrip roundTrip) implements RoundTripDecision {}

  /**
   * The client must supply input.
   *
   * @param result the input required result
   */
  record RequireInput(ObjectNode result) implements RoundTripDecision {}

  /** The request ends with an outcome. */
  record End(RequestOutcome outcome) implements RoundTripDecision {}
}
