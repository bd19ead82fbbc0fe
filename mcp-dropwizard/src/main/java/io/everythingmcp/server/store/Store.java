package io.everythingmcp.server.store;

/** All that instances share, behind one connection. */
public interface Store extends AutoCloseable {

  /**
   * Values whose keys begin with a prefix.
   *
   * @param prefix what all keys begin with, for example {@code session:}
   * @param type how values are written; a record that survives JSON
   */
  <T> KeyedValues<T> values(String prefix, Class<T> type);

  /** Append-only logs. */
  Logs logs();

  /** Sets of names. */
  Members members();

  /** Wake-up calls. */
  Signals signals();

  /** Lets somebody measure the commands to a store elsewhere; one in this process has none. */
  default void watch(StoreWatch watch) {}

  /** Who else is there. */
  Instances instances();

  /** Whether the store answers and takes something new; never throws. */
  boolean available();

  /** {@code memory} or {@code redis}. */
  String kind();

  @Override
  void close();
}
