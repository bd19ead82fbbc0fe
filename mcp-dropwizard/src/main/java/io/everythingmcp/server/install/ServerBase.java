package io.everythingmcp.server.install;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.event.EventLogger;
import io.everythingmcp.server.protocol.Operations;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredConsents;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.tenant.TenantStore;
import java.util.function.BiFunction;

/**
 * What a server runs on.
 *
 * @param workers threads and a clock
 * @param store what instances share
 * @param events where to tell what happens
 * @param operations where requests say that they have been worked on
 * @param consents pages users visit
 */
public record ServerBase(
    Workers workers,
    Store store,
    ServerEventBus events,
    Operations operations,
    StoredConsents consents) {

  /**
   * That of a server which has a process to itself.
   *
   * @param opens opens the store
   */
  public static ServerBase of(
      EverythingConfiguration configuration,
      BiFunction<EverythingConfiguration, Workers, Store> opens) {
    Workers workers = RuntimeParts.workers(configuration.getMcp().getVirtualThreads());
    Store store = opens.apply(configuration, workers);
    ServerEventBus events = new ServerEventBus(workers.executor());
    events.listen(new EventLogger());
    return new ServerBase(
        workers,
        store,
        events,
        new Operations(),
        new StoredConsents(store, configuration.getBaseUri()));
  }

  /**
   * That of a server which shares the threads and the store of another one: what it stores is under
   * names of its own, its events are not logged, and its users visit the pages of the other one.
   *
   * @param id names what it stores; no slash in it
   * @param baseUri of the other server
   */
  public static ServerBase beside(ServerRuntime other, String id, String baseUri) {
    Workers workers = other.workers().share();
    TenantStore store = new TenantStore(other.store(), id);
    return new ServerBase(
        workers,
        store,
        new ServerEventBus(workers.executor()),
        new Operations(),
        new StoredConsents(store.common(), baseUri));
  }
}
