package io.everythingmcp.server.store;

/** All that instances share, behind one connection. */
public interface StateStore extends AutoCloseable {

  /**
   * Values whose keys begin with a prefix.
   *
   * @param prefix what all keys begin with, for example {@code session:}
   * @param type how values are written; a record that survives JSON
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

  /** Who else is there. */
  InstanceRegistry instances();

  /** Whether the store answers and takes something new; never throws. */
  boolean available();

  /** {@code memory} or {@code redis}. */
  String kind();

  @Override
  void close();
}
