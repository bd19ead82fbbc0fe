package io.everythingmcp.server.store;

/** All that instances share, behind one connection. */
public interface StateStore extends AutoCloseable {

  /**
   * Returns values whose keys have a prefix.
   *
   * @param prefix common prefix of the keys, for example {@code session:}
   * @param type type of the values; a record that can be stored as JSON
   */
  <T> KeyValueStore<T> values(String prefix, Class<T> type);

  /** Append-only logs. */
  AppendOnlyLogs logs();

  /** Sets of names. */
  ExpiringSets members();

  /** Wake-up calls. */
  PubSubChannels signals();

  /** Registers a listener of the commands to a remote store; a store in this process has none. */
  default void watch(StoreCommandListener watch) {}

  /** Returns the registry of the instances that share this store. */
  InstanceRegistry instances();

  /** Returns whether the store is reachable and writable; never throws. */
  boolean available();

  /** {@code memory} or {@code redis}. */
  String kind();

  @Override
  void close();
}
