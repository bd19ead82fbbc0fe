package io.everythingmcp.check.run;

import io.everythingmcp.check.journal.RunFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs that several instances serve. All data of a run is removed some time after its last {@link
 * #touch}. Each method throws {@link UnavailableException} if the store cannot be reached.
 */
public interface RunStore {

  /**
   * Stores a new run.
   *
   * @param faults the initial state of its faults
   */
  void create(String id, RunFacts facts, String faults);

  /** Returns a run; empty if it is unknown, was removed, or has expired. */
  Optional<RunFacts> find(String id);

  /** Extends the life of a run; returns false if there is no such run. */
  boolean touch(String id);

  /**
   * Returns the next number of a run, from 1: each number once, to one of the instances; 0 if the
   * run was removed.
   */
  long number(String id);

  /** Adds an entry to the log of a run, and notifies the subscribers; nothing if it was removed. */
  void append(String id, String entry);

  /**
   * Reads the log of a run.
   *
   * @param after number of the last entry that was read; 0 for the beginning
   */
  List<Entry> read(String id, long after, int max);

  /** Returns the state of the faults of a run; empty without a run. */
  Optional<String> faults(String id);

  /**
   * Replaces the state of the faults, unless it has changed in the meantime.
   *
   * @return whether it was replaced
   */
  boolean replaceFaults(String id, String before, String after);

  /** Removes a run, and notifies the subscribers; returns false if there is no such run. */
  boolean remove(String id);

  /** Returns the number of runs. */
  long count();

  /** Returns the run whose last request is the longest ago; empty without a run. */
  Optional<String> idlest();

  /**
   * Subscribes to a run. The subscriber must not block.
   *
   * @param subscriber receives true if the run was removed, false if something was recorded
   * @return ends the subscription
   */
  Runnable subscribe(String id, Consumer<Boolean> subscriber);

  /**
   * One entry of a log.
   *
   * @param number its place in the log, from 1
   */
  record Entry(long number, String text) {}

  /** The store cannot be reached. */
  final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(Throwable cause) {
      super("The store of the runs is not available", cause);
    }
  }
}
