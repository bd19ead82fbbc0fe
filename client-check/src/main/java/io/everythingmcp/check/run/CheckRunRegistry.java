package io.everythingmcp.check.run;

import io.everythingmcp.check.fault.TokenLedger;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.ExportedRun;
import io.everythingmcp.check.journal.InvalidExportException;
import io.everythingmcp.check.journal.RunFacts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The runs there are, and their servers. If instances share a store, a run can be used through each
 * of them, and an instance has a copy of the runs that were used through it.
 */
public final class CheckRunRegistry {
  /** So many at once; the one that was quiet for the longest time makes room. */
  static final int MOST = 1000;

  /** Life of a run after its last request. */
  public static final Duration QUIET = Duration.ofHours(2);

  /** Time between two searches for runs that have ended. */
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final String baseUri;
  private final RunPresets presets;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final String self = randomId();
  private final Map<String, CheckRun> runs = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep = new AtomicLong();
  private final RunServerPool servers;
  private final Optional<RunStore> store;
  private final RunBudget budget = RunBudget.ofThisProcess();

  /**
   * No runs yet, except those in the store.
   *
   * @param baseUri where clients find this server
   */
  public CheckRunRegistry(String baseUri, RunPresets presets, RunServers servers, Clock clock) {
    this.baseUri = baseUri;
    this.presets = presets;
    this.servers = new RunServerPool(servers);
    this.store = servers.store();
    this.clock = clock;
  }

  private String randomId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public RunPresets presets() {
    return presets;
  }

  /** Begins a run. */
  public CheckRun create(RunPreset preset, CheckRunOptions options) {
    String id = randomId();
    RunAddresses addresses = RunAddresses.of(baseUri, id);
    return create(
        id,
        preset,
        new RunFacts(
            id,
            preset.name(),
            clock.millis(),
            addresses.mcp(),
            preset.anyLogin() ? List.of(addresses.issuer(), addresses.secondIssuer()) : List.of(),
            options));
  }

  /**
   * Adds an exported run, to be evaluated again; it has a new id. If this fails, no run was added.
   *
   * @param evaluation evaluates the run; what it throws is thrown by this method
   * @throws InvalidExportException if its preset is unknown or it exceeds the limits of a run
   */
  public CheckRun restore(ExportedRun exported, Consumer<CheckRun> evaluation)
      throws InvalidExportException {
    RunFacts facts = exported.journal().facts();
    Optional<RunPreset> preset = presets.find(facts.preset());
    if (preset.isEmpty()) {
      throw new InvalidExportException(
          "The preset of the export is '"
              + facts.preset()
              + "'; expected one of "
              + String.join(", ", presets.names()));
    }
    CheckRun run = create(randomId(), preset.get(), facts);
    boolean complete = false;
    try {
      run.restore(exported);
      evaluation.accept(run);
      complete = true;
      return run;
    } finally {
      if (!complete) {
        delete(run.id());
      }
    }
  }

  private CheckRun create(String id, RunPreset preset, RunFacts facts) {
    sweepIfDue();
    makeRoom();
    store.ifPresent(
        shared -> shared.create(id, facts, RunFaults.of(preset, new TokenLedger()).save()));
    CheckRun run = open(id, preset, facts);
    runs.put(id, run);
    return run;
  }

  private void sweepIfDue() {
    long swept = lastSweep.get();
    if (clock.millis() - swept >= SWEEP.toMillis()
        && lastSweep.compareAndSet(swept, clock.millis())) {
      sweep();
    }
  }

  private void makeRoom() {
    while (store.map(RunStore::count).orElseGet(() -> (long) runs.size()) >= MOST) {
      Optional<String> oldest =
          store.isPresent()
              ? store.get().idlest()
              : runs.values().stream()
                  .min(Comparator.comparing(CheckRun::lastRequest))
                  .map(CheckRun::id);
      if (oldest.isEmpty()) {
        return;
      }
      delete(oldest.get());
    }
  }

  private CheckRun open(String id, RunPreset preset, RunFacts facts) {
    Optional<RunSharing> sharing = store.map(shared -> new RunSharing(shared, self, id));
    return new CheckRun(
        id,
        preset,
        facts.options(),
        RunAddresses.of(baseUri, id),
        new RunRecording(id, facts, budget, sharing),
        sharing,
        clock);
  }

  /** The run with this id, which may be any text. */
  public Optional<CheckRun> find(String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    sweepIfDue();
    if (store.isEmpty()) {
      return Optional.ofNullable(runs.get(id));
    }
    Optional<RunFacts> facts = store.get().find(id);
    Optional<RunPreset> preset = facts.flatMap(known -> presets.find(known.preset()));
    if (preset.isEmpty()) {
      evict(id);
      return Optional.empty();
    }
    return Optional.of(
        runs.computeIfAbsent(id, missing -> open(missing, preset.get(), facts.get())));
  }

  /** Deletes a run and the stored data of its server; returns false if it is unknown. */
  public boolean delete(String id) {
    boolean shared = store.map(all -> all.remove(id)).orElse(false);
    return evict(id) || shared;
  }

  /** Removes the run from this instance. */
  private boolean evict(String id) {
    CheckRun run = runs.remove(id);
    if (run == null) {
      return false;
    }
    run.delete();
    servers.close(id);
    return true;
  }

  /**
   * Removes inactive runs from this instance. A shared store removes them itself, after the last
   * request to any instance; then the copy is removed here.
   */
  public void sweep() {
    long quietSince = clock.millis() - QUIET.toMillis();
    Predicate<CheckRun> over =
        store.isPresent()
            ? run -> store.get().find(run.id()).isEmpty()
            : run -> run.lastRequest() < quietSince;
    runs.values().stream().filter(over).map(CheckRun::id).toList().forEach(this::evict);
  }

  /** The server of a run; started where it does not run yet. */
  public RunServer server(CheckRun run, String name) {
    return servers.server(run, name);
  }

  /** Removes all runs from this instance. */
  public void close() {
    runs.keySet().forEach(this::evict);
  }
}
