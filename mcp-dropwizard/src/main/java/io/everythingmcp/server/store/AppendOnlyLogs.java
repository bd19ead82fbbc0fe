package io.everythingmcp.server.store;

import java.time.Duration;
import java.util.List;

/**
 * Append-only logs. Entries of a log are numbered from 1 without gaps; the first ones are dropped
 * when the limit is reached.
 *
 * <p>A log that was removed or has expired restarts: the next entry is number 1, and no entry is
 * claimed.
 *
 * <p>A log can be read in two ways. {@link #read} is for one reader that stores its position, and
 * may be repeated. {@link #claim} is for several readers: each entry is returned to exactly one of
 * them.
 */
public interface AppendOnlyLogs {

  /**
   * Appends an entry.
   *
   * @param limit maximum number of entries; the latest is always retained
   * @param ttl lifetime of the log from now
   * @return the number of the entry
   */
  default long append(String log, String entry, int limit, Duration ttl) {
    return append(log, entry, false, limit, ttl);
  }

  /**
   * Appends an entry.
   *
   * @param keep whether the entry is retained for the lifetime of the log
   * @param limit maximum number of entries; the first one that may be dropped is dropped, the
   *     latest is always retained
   * @param ttl lifetime of the log from now
   * @return the number of the entry
   */
  long append(String log, String entry, boolean keep, int limit, Duration ttl);

  /**
   * Reads entries after a number, in order.
   *
   * @param after 0 for the beginning
   * @param max how many at most; 0 for none
   */
  List<Entry> read(String log, long after, int max);

  /**
   * Reads and claims the first unclaimed entries; entries that were dropped before cannot be
   * claimed. Entries that a reader claimed without receiving them, because the store became
   * unavailable, are returned to it again.
   *
   * @param reader identifies the reader; not guessable
   * @param seen the number of the last entry that this reader received; 0 for none
   */
  List<Entry> claim(String log, String reader, long seen, int max);

  /** Removes a reader. Its claims remain. */
  void release(String log, String reader);

  /** The number of the last entry that was claimed; 0 when none was. */
  long claimed(String log);

  /** Whether the log has an entry. */
  boolean exists(String log);

  /** Sets the lifetime of a log from now. */
  void expire(String log, Duration ttl);

  /** Removes a log. */
  void remove(String log);

  /**
   * One entry.
   *
   * @param number its place in the log, from 1
   */
  record Entry(long number, String text) {}
}
