package io.everythingmcp.server.change;

import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog as it is now. */
public final class CurrentCatalog implements ChangeNotifier {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentCatalog.class);
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final FeatureCatalog fixed;
  private final List<Tool> prepared;
  private final DeclaredFeatures offers;
  private final KeyValueStore<String> switches;
  private final ChangeBus bus;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile FeatureCatalog current;

  /**
   * Creates a catalog of fixed features and tools that can be enabled.
   *
   * @param prepared tools that are disabled until {@link #setToolEnabled}, on any instance
   */
  public CurrentCatalog(
      FeatureCatalog fixed, List<Tool> prepared, StateStore store, ChangeBus bus) {
    this.fixed = fixed;
    this.prepared = List.copyOf(prepared);
    this.offers = DeclaredFeatures.of(fixed, this.prepared);
    this.switches = store.values("mcp:tool:", String.class);
    this.bus = bus;
    this.current = fixed;
    refreshIfPossible();
    bus.subscribe(
        change -> {
          if (change.kind() == ChangeEvent.Kind.TOOLS && !bus.isLocal(change)) {
            refresh();
          }
        });
  }

  /** The features, as an immutable snapshot. */
  public FeatureCatalog current() {
    return current;
  }

  /** Returns the kinds of features, including disabled ones. */
  public DeclaredFeatures offers() {
    return offers;
  }

  /**
   * Whether log messages may be sent to clients: only a server that declares logging sends some.
   */
  public boolean mayLog() {
    if (!offers.logging() && warned.compareAndSet(false, true)) {
      LOG.warn(
          "A feature writes log messages for clients, which are not sent, because logging is not"
              + " declared: override logs() of the feature");
    }
    return offers.logging();
  }

  /** The bus that carries changes of this catalog. */
  public ChangeBus bus() {
    return bus;
  }

  /** Reads the state if the store is available; otherwise the bus reports its recovery. */
  private void refreshIfPossible() {
    try {
      refresh();
    } catch (StoreUnavailableException e) {
      LOG.warn(
          "Tools that were enabled on other instances cannot be loaded yet: {}", e.getMessage());
    }
  }

  private synchronized void refresh() {
    FeatureCatalog next = fixed;
    for (Tool tool : prepared) {
      if (switches.get(tool.definition().name()).filter("on"::equals).isPresent()) {
        next = next.with(tool);
      }
    }
    current = next;
  }

  @Override
  public boolean setToolEnabled(String name, boolean enabled) {
    if (prepared.stream().noneMatch(tool -> tool.definition().name().equals(name))) {
      throw new IllegalArgumentException("No tool is prepared under the name " + name);
    }
    boolean changed =
        enabled ? switches.putIfAbsent(name, "on", REMEMBERED) : switches.remove(name);
    if (changed) {
      refresh();
      toolListChanged();
    }
    return changed;
  }

  @Override
  public void toolListChanged() {
    bus.publish(ChangeEvent.Kind.TOOLS, null);
  }

  @Override
  public void promptListChanged() {
    bus.publish(ChangeEvent.Kind.PROMPTS, null);
  }

  @Override
  public void resourceListChanged() {
    bus.publish(ChangeEvent.Kind.RESOURCES, null);
  }

  @Override
  public void resourceUpdated(String uri) {
    bus.publish(ChangeEvent.Kind.RESOURCE_UPDATED, uri);
  }
}
