package io.everythingmcp.check.run;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The runs there are, and their servers. */
public final class CheckRunRegistry {
  /** So many at once; the one that was quiet for the longest time makes room. */
  static final int MOST = 1000;

  private static final Duration QUIET = Duration.ofHours(2);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final String baseUri;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, CheckRun> runs = new ConcurrentHashMap<>();
  private final RunServerPool servers;
  private final RunBudget budget = RunBudget.ofThisProcess();

  /**
   * No runs yet.
   *
   * @param baseUri where clients find this server
   */
  public CheckRunRegistry(String baseUri, RunServers servers, Clock clock) {
    this.baseUri = baseUri;
    this.servers = new RunServerPool(servers);
    this.clock = clock;
  }

  /** Begins a run. */
  public CheckRun create(RunPreset preset) {
    sweep();
    while (runs.size() >= MOST) {
      runs.values().stream()
          .min(Comparator.comparing(CheckRun::lastRequest))
          .ifPresent(oldest -> delete(oldest.id()));
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    CheckRun run = new CheckRun(id, preset, RunAddresses.of(baseUri, id), budget, clock);
    runs.put(id, run);
    return run;
  }

  /** The run with this id, which may be any text. */
  public Optional<CheckRun> find(String id) {
    return ID.matcher(id).matches() ? Optional.ofNullable(runs.get(id)) : Optional.empty();
  }

  /** Deletes a run and the stored data of its server; returns false if it is unknown. */
  public boolean delete(String id) {
    CheckRun run = runs.remove(id);
    if (run == null) {
      return false;
    }
    run.delete();
    servers.close(id);
    return true;
  }

  /** Deletes inactive runs. */
  public void sweep() {
    long quietSince = clock.millis() - QUIET.toMillis();
    runs.values().stream()
        .filter(run -> run.lastRequest() < quietSince)
        .map(CheckRun::id)
        .toList()
        .forEach(this::delete);
  }

  /** The server of a run; started where it does not run yet. */
  public RunServer server(CheckRun run, String name) {
    return servers.server(run, name);
  }

  public List<CheckRun> all() {
    return List.copyOf(runs.values());
  }

  /** Deletes all runs. */
  public void close() {
    runs.keySet().forEach(this::delete);
  }
}
