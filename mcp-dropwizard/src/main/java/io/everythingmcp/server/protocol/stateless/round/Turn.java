package io.everythingmcp.server.protocol.stateless.round;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.CallContext;

/** How it goes on with a request that asks, or may ask. */
public sealed interface Turn {

  /**
   * The feature is called.
   *
   * @param round what it gets from the client
   */
  record Go(CallContext.Round round) implements Turn {}

  /**
   * The client is asked.
   *
   * @param result what it gets instead of a result
   */
  record Ask(ObjectNode result) implements Turn {}

  /** It is over. */
  record End(RequestOutcome outcome) implements Turn {}
}
