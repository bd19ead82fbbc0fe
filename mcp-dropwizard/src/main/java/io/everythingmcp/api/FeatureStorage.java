package io.everythingmcp.api;

import java.util.List;
import java.util.Optional;

/**
 * Small string values stored for one session, or for one caller in stateless revisions. Deleted
 * when the session ends. May block on the store. Must not hold secrets.
 */
public interface FeatureStorage {

  /**
   * Reads a value.
   *
   * @param name name of the value
   * @return the value; empty if it is missing
   */
  Optional<String> get(String name);

  /**
   * Writes a value and replaces an existing one.
   *
   * @param name name of the value
   * @param value the value
   */
  void put(String name, String value);

  /**
   * Removes a value; does nothing if it is missing.
   *
   * @param name name of the value
   */
  void remove(String name);

  /** {@return whether the storage limit is reached, so that no client request may add a value} */
  boolean isFull();

  /**
   * Lists names by prefix.
   *
   * @param prefix the prefix
   * @return the names in sorted order; empty where the storage cannot be listed
   */
  List<String> keys(String prefix);
}
