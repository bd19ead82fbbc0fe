package io.everythingmcp.server.catalog;

import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.change.ChangeEvent;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog as it is now, with an entry for each tool. */
public final class CurrentCatalog implements ChangeNotifier {
  private static final Logger LOG = LoggerFactory.getLogger(CurrentCatalog.class);
  private static final Duration SWITCH_TTL = Duration.ofDays(30);

  private final FeatureCatalog fixed;
  private final Map<String, ToolEntry> fixedTools;
  private final List<ToolEntry> prepared;
  private final DeclaredFeatures declared;
  private final KeyValueStore<String> switches;
  private final ChangeBus bus;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile Snapshot current;

  /**
   * The features at one time.
   *
   * @param features all features
   * @param tools the entries of the tools by name, in list order
   */
  public record Snapshot(FeatureCatalog features, Map<String, ToolEntry> tools) {
    /** Finds a tool. */
    public Optional<ToolEntry> tool(String name) {
      return Optional.ofNullable(tools.get(name));
    }
  }

  /**
   * Creates a catalog of fixed features and tools that can be enabled.
   *
   * @param prepared tools that are disabled until {@link #setToolEnabled}, on any instance
   */
  public CurrentCatalog(
      FeatureCatalog fixed, List<Tool> prepared, StateStore store, ChangeBus bus) {
    this.fixed = fixed;
    SchemaCompiler schemas = new SchemaCompiler();
    this.fixedTools = byName(entries(fixed.tools(), schemas));
    this.prepared = entries(prepared, schemas);
    this.declared = DeclaredFeatures.of(fixed, prepared);
    this.switches = store.values("mcp:tool:", String.class);
    this.bus = bus;
    this.current = new Snapshot(fixed, fixedTools);
    // First, so that no change between the two is lost.
    bus.subscribe(
        change -> {
          if (change.kind() == ChangeEvent.Kind.TOOLS && !bus.isLocal(change)) {
            refresh();
          }
        });
    refreshIfPossible();
  }

  private static List<ToolEntry> entries(List<Tool> tools, SchemaCompiler schemas) {
    return tools.stream().map(tool -> ToolEntry.of(tool, schemas)).toList();
  }

  private static Map<String, ToolEntry> byName(List<ToolEntry> entries) {
    Map<String, ToolEntry> names = new LinkedHashMap<>();
    entries.forEach(entry -> names.put(entry.name(), entry));
    return Collections.unmodifiableMap(names);
  }

  /** The features, as an immutable snapshot. */
  public FeatureCatalog current() {
    return current.features();
  }

  /** Returns the features and the entries of the tools, as an immutable snapshot. */
  public Snapshot snapshot() {
    return current;
  }

  /** Returns the kinds of features, including disabled ones. */
  public DeclaredFeatures declared() {
    return declared;
  }

  /**
   * Whether log messages may be sent to clients: only a server that declares logging sends some.
   */
  public boolean mayLog() {
    if (!declared.logging() && warned.compareAndSet(false, true)) {
      LOG.warn(
          "A feature writes log messages for clients, which are not sent, because logging is not"
              + " declared: override logs() of the feature");
    }
    return declared.logging();
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
    FeatureCatalog features = fixed;
    Map<String, ToolEntry> tools = new LinkedHashMap<>(fixedTools);
    for (ToolEntry entry : prepared) {
      if (switches.get(entry.name()).filter("on"::equals).isPresent()) {
        features = features.with(entry.tool());
        tools.put(entry.name(), entry);
      }
    }
    current = new Snapshot(features, Collections.unmodifiableMap(tools));
  }

  @Override
  public boolean setToolEnabled(String name, boolean enabled) {
    if (prepared.stream().noneMatch(entry -> entry.name().equals(name))) {
      throw new IllegalArgumentException("No tool is prepared under the name " + name);
    }
    boolean changed =
        enabled ? switches.putIfAbsent(name, "on", SWITCH_TTL) : switches.remove(name);
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
