package io.everythingmcp.api;

import java.util.List;
import java.util.Optional;

/**
 * Small things that are kept for one session, or for one caller where there are no sessions. Gone
 * when the session ends.
 */
public interface FeatureStorage {

  /** Reads. */
  Optional<String> get(String name);

  /** Writes, replacing what was there. */
  void put(String name, String value);

  /** Removes. */
  void remove(String name);

  /** Whether as much is kept as may be, so that a client must not add to it. */
  boolean isFull();

  /** The names that begin with a prefix, sorted; empty where things can be read but not listed. */
  List<String> keys(String prefix);
}
