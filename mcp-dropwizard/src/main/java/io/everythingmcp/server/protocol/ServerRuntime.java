package io.everythingmcp.server.protocol;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import io.everythingmcp.server.protocol.handlers.McpMethodTable;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;

/**
 * Components shared by both eras.
 *
 * @param store the store shared by instances
 * @param catalog the features
 * @param methods the methods common to both eras
 * @param executor threads and clock
 * @param consents pages for URL mode elicitation
 * @param identity implementation information
 * @param limits limits of requests
 * @param events the event bus
 * @param operations observers of completed operations
 */
public record ServerRuntime(
    StateStore store,
    CurrentCatalog catalog,
    McpMethodTable methods,
    ServerExecutor executor,
    ElicitationPageStore consents,
    ServerImplementation identity,
    Limits limits,
    ServerEventBus events,
    OperationObservers operations) {

  /**
   * Limits of requests and sessions.
   *
   * @param requestTime maximum processing time, without the time waiting for users
   * @param outputBytes maximum size of a result in bytes
   * @param retry reconnection time for clients whose connection was closed
   * @param sessions maximum number of sessions
   */
  public record Limits(Duration requestTime, int outputBytes, Duration retry, int sessions) {}
}
