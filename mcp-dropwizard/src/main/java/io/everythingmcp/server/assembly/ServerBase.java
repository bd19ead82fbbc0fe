package io.everythingmcp.server.assembly;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.event.EventLogger;
import io.everythingmcp.server.protocol.OperationObservers;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.tenant.TenantScopedStore;
import java.time.Duration;
import java.util.function.BiFunction;

/**
 * Foundation of a server.
 *
 * @param executor threads and clock
 * @param store store shared by instances
 * @param events event bus
 * @param operations observers of completed operations
 * @param consents pages for URL mode elicitation
 */
public record ServerBase(
    ServerExecutor executor,
    StateStore store,
    ServerEventBus events,
    OperationObservers operations,
    ElicitationPageStore consents) {
  private static final Duration LONGEST_TTL_BESIDE = Duration.ofDays(1);

  /**
   * That of a server which has a process to itself.
   *
   * @param opens opens the store
   */
  public static ServerBase of(
      McpConfiguration configuration,
      BiFunction<McpConfiguration, ServerExecutor, StateStore> opens) {
    ServerExecutor workers =
        RuntimeParts.createExecutor(configuration.getMcp().getVirtualThreads());
    StateStore store = opens.apply(configuration, workers);
    ServerEventBus events = new ServerEventBus(workers.executor());
    events.subscribe(new EventLogger());
    return new ServerBase(
        workers,
        store,
        events,
        new OperationObservers(),
        new ElicitationPageStore(store, configuration.getBaseUri()));
  }

  /**
   * Returns the base of a server that shares the threads and the store of another one: its keys
   * have their own prefix and expire within a day, its events are not logged, and its users open
   * the pages of the other one.
   *
   * @param id names what it stores; no slash in it
   * @param baseUri of the other server
   */
  public static ServerBase beside(ServerRuntime other, String id, String baseUri) {
    ServerExecutor workers = other.executor().sharedView();
    TenantScopedStore store = new TenantScopedStore(other.store(), id, LONGEST_TTL_BESIDE);
    return new ServerBase(
        workers,
        store,
        new ServerEventBus(workers.executor()),
        new OperationObservers(),
        new ElicitationPageStore(store.common(), baseUri));
  }
}
