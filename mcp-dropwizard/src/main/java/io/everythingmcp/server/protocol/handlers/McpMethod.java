package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.catalog.ToolEntry;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import java.util.Optional;

/**
 * Method of a request, with the feature that its parameters name.
 *
 * @see McpMethodTable#resolve
 */
@FunctionalInterface
public interface McpMethod {

  /** Executes the method. */
  RequestOutcome handle(JsonNode params, RuntimeRequestContext call);

  /** Returns whether it may block, and must run on a worker thread. */
  default boolean isBlocking() {
    return false;
  }

  /** Returns the tool that it calls; empty if it calls none, or the tool does not exist. */
  default Optional<ToolEntry> tool() {
    return Optional.empty();
  }
}
