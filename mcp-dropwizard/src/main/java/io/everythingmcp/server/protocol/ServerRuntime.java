package io.everythingmcp.server.protocol;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.change.CurrentCatalog;
import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import io.everythingmcp.server.protocol.handlers.McpMethodTable;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;

/**
 * What both eras work with.
 *
 * @param store what instances share
 * @param catalog the features
 * @param methods the methods both eras know
 * @param workers threads and a clock
 * @param consents pages users visit
 * @param identity who this server says it is
 * @param limits what a request may take
 * @param events where to tell what happens
 * @param operations where requests say that they have been worked on
 */
public record ServerRuntime(
    StateStore store,
    CurrentCatalog catalog,
    McpMethodTable methods,
    ServerExecutor workers,
    ElicitationPageStore consents,
    ServerImplementation identity,
    Limits limits,
    ServerEventBus events,
    OperationObservers operations) {

  /**
   * What a request may take.
   *
   * @param requestTime how long it may be worked on, waiting for people not counted
   * @param outputBytes how long a result may be
   * @param retry after which time a client whose connection ended should come back
   * @param sessions how many there may be, where there are sessions
   */
  public record Limits(Duration requestTime, int outputBytes, Duration retry, int sessions) {}
}
