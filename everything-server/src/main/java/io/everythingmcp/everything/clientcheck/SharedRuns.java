package io.everythingmcp.everything.clientcheck;

import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.run.CheckRunRegistry;
import io.everythingmcp.check.run.RunStore;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs of the client check in the store that the instances of a server share. */
public final class SharedRuns implements RunStore {
  private static final Duration TTL = CheckRunRegistry.QUIET;
  private static final String RUNS = "check:runs";
  private static final String LOG = "check:log:";
  private static final String NUMBERS = "check:numbers:";
  private static final String REMOVED = "removed";
  private static final String RECORDED = "recorded";
  private static final int ENTRIES = 1_000_000;

  private final StateStore store;
  private final KeyValueStore<RunFacts> runs;
  private final KeyValueStore<Faults> faults;

  /**
   * The state of the faults of a run.
   *
   * @param version different after each change
   */
  record Faults(String state, String version) {}

  /** Runs in a store. */
  public SharedRuns(StateStore store) {
    this.store = store;
    this.runs = store.values("check:run:", RunFacts.class);
    this.faults = store.values("check:faults:", Faults.class);
  }

  private static String randomText() {
    return UUID.randomUUID().toString();
  }

  private static <R> R reach(Supplier<R> action) {
    try {
      return action.get();
    } catch (StoreUnavailableException e) {
      throw new UnavailableException(e);
    }
  }

  @Override
  public void create(String id, RunFacts facts, String state) {
    reach(
        () -> {
          faults.put(id, new Faults(state, ""), TTL);
          runs.put(id, facts, TTL);
          store.members().add(RUNS, id, TTL);
          return id;
        });
  }

  @Override
  public Optional<RunFacts> find(String id) {
    return reach(() -> runs.get(id));
  }

  @Override
  public boolean touch(String id) {
    return reach(
        () -> {
          boolean there = runs.touch(id, TTL).isPresent();
          if (there) {
            store.members().add(RUNS, id, TTL);
          }
          return there;
        });
  }

  @Override
  public long number(String id) {
    return reach(() -> append(NUMBERS, id, randomText(), 1));
  }

  @Override
  public void append(String id, String entry) {
    reach(
        () -> {
          long number = append(LOG, id, entry, ENTRIES);
          if (number > 0) {
            store.signals().publish(channel(id), RECORDED);
          }
          return number;
        });
  }

  /**
   * Appends to a log of a run; returns 0, and leaves no log, if the run was removed. The log of a
   * removed run begins again with number 1, so only after this number the run must be looked up.
   */
  private long append(String log, String id, String entry, int most) {
    long number = store.logs().append(log + id, entry, most, TTL);
    if (number == 1 && runs.get(id).isEmpty()) {
      store.logs().remove(log + id);
      return 0;
    }
    return number;
  }

  @Override
  public List<Entry> read(String id, long after, int max) {
    return reach(() -> store.logs().read(LOG + id, after, max)).stream()
        .map(entry -> new Entry(entry.number(), entry.text()))
        .toList();
  }

  @Override
  public Optional<String> faults(String id) {
    return reach(() -> faults.touch(id, TTL)).map(Faults::state);
  }

  @Override
  public boolean replaceFaults(String id, String before, String after) {
    Faults next = new Faults(after, randomText());
    return reach(
        () ->
            faults
                .update(id, now -> now.state().equals(before) ? next : now)
                .filter(next::equals)
                .isPresent());
  }

  @Override
  public boolean remove(String id) {
    return reach(
        () -> {
          boolean there = runs.remove(id);
          store.members().remove(RUNS, id);
          faults.remove(id);
          store.logs().remove(LOG + id);
          store.logs().remove(NUMBERS + id);
          store.signals().publish(channel(id), REMOVED);
          return there;
        });
  }

  @Override
  public long count() {
    return reach(
        () -> {
          store.members().overdue(RUNS, 100).forEach(id -> store.members().remove(RUNS, id));
          return store.members().count(RUNS);
        });
  }

  @Override
  public Optional<String> idlest() {
    return reach(() -> store.members().earliest(RUNS, 1).stream().findFirst());
  }

  @Override
  public Runnable subscribe(String id, Consumer<Boolean> subscriber) {
    PubSubChannels.Subscription subscription =
        store
            .signals()
            .subscribe(channel(id), message -> subscriber.accept(message.equals(REMOVED)));
    return subscription::close;
  }

  private static String channel(String id) {
    return "check:changes:" + id;
  }
}
