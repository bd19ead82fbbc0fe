package io.everythingmcp.server;

import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.config.McpConfiguration;
import io.everythingmcp.server.event.EventLogger;
import io.everythingmcp.server.event.Events;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.protocol.Endpoint;
import io.everythingmcp.server.protocol.Era;
import io.everythingmcp.server.protocol.EraClassifier;
import io.everythingmcp.server.protocol.Eras;
import io.everythingmcp.server.protocol.Operations;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.StoredConsents;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.protocol.handlers.Methods;
import io.everythingmcp.server.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes a server from its features, its eras and the configuration. */
public final class McpServerFactory {
  private final Function<EverythingConfiguration, Catalog> features;
  private final List<Tool> prepared;
  private Optional<EraMaker> sessionful = Optional.empty();
  private Optional<EraMaker> stateless = Optional.empty();

  /** Makes an era. */
  @FunctionalInterface
  public interface EraMaker extends BiFunction<ServerRuntime, EverythingConfiguration, Era> {}

  /**
   * A server with these features.
   *
   * @param features what it offers, depending on the configuration
   * @param prepared tools that are off until they are switched on
   */
  public McpServerFactory(
      Function<EverythingConfiguration, Catalog> features, List<Tool> prepared) {
    this.features = features;
    this.prepared = List.copyOf(prepared);
  }

  /** Serves revisions with sessions, too. */
  public McpServerFactory sessionful(EraMaker maker) {
    this.sessionful = Optional.of(maker);
    return this;
  }

  /** Serves revisions without sessions, too. */
  public McpServerFactory stateless(EraMaker maker) {
    this.stateless = Optional.of(maker);
    return this;
  }

  /** Makes the server. */
  public McpServer build(EverythingConfiguration configuration) {
    McpConfiguration mcp = configuration.getMcp();
    Eras served = mcp.getEras().among(sessionful.isPresent(), stateless.isPresent());
    Workers workers = workers(mcp.getVirtualThreads());
    Store store = Stores.open(configuration.getStore(), workers);
    Events events = new Events(workers.executor());
    events.listen(new EventLogger());
    LiveCatalog catalog =
        new LiveCatalog(features.apply(configuration), prepared, store, new ChangeBus(store));
    ServerRuntime runtime =
        new ServerRuntime(
            store,
            catalog,
            new Methods(catalog, mcp.getPageSize(), events),
            workers,
            new StoredConsents(store, configuration.getBaseUri()),
            Identity.of(mcp, served),
            limits(mcp),
            events,
            new Operations());
    Optional<Era> first =
        sessionful.filter(m -> served.sessionful()).map(m -> m.apply(runtime, configuration));
    Optional<Era> second =
        stateless.filter(m -> served.stateless()).map(m -> m.apply(runtime, configuration));
    Endpoint endpoint =
        new Endpoint(new EraClassifier(served), first.orElse(null), second.orElse(null), events);
    return new McpServer(runtime, endpoint, first, second);
  }

  private static ServerRuntime.Limits limits(McpConfiguration mcp) {
    return new ServerRuntime.Limits(
        mcp.getRequestTimeout().toJavaDuration(),
        (int) mcp.getMaxOutputSize().toBytes(),
        mcp.getStreamRetry().toJavaDuration());
  }

  private static Workers workers(McpConfiguration.Threads threads) {
    return new Workers(
        switch (threads) {
          case AUTO -> Workers.virtualThreadsExist();
          case ON -> true;
          case OFF -> false;
        });
  }
}
