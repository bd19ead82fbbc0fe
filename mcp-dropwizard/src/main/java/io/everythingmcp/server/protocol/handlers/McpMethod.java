package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;

/** One method of the protocol. */
@FunctionalInterface
public interface McpMethod {

  /** Executes the method. */
  RequestOutcome handle(JsonNode params, RuntimeRequestContext call);

  /** Whether it may hold its thread for a while with these parameters. */
  default boolean waits(JsonNode params) {
    return false;
  }
}
