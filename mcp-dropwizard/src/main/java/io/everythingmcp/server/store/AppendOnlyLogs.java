package io.everythingmcp.server.store;

import java.time.Duration;
import java.util.List;

/**
 * Append-only logs. Entries of a log are numbered from 1 without gaps; the oldest are dropped when
 * there are too many.
 *
 * <p>A log that was removed or has expired begins again: the next entry is number 1, and nothing is
 * claimed.
 *
 * <p>A log can be read in two ways. {@link #read} is for one reader that remembers how far it is,
 * and may be repeated. {@link #claim} is for several readers that share the work: each entry goes
 * to exactly one of them.
 */
public interface AppendOnlyLogs {

  /**
   * Adds an entry.
   *
   * @param limit how many entries are kept at most; the newest always is
   * @param ttl how long the log lives from now
   * @return the entry's number
   */
  default long append(String log, String entry, int limit, Duration ttl) {
    return append(log, entry, false, limit, ttl);
  }

  /**
   * Adds an entry.
   *
   * @param keep whether the entry stays as long as the log lives, however many come after it
   * @param limit how many entries there may be before the oldest is dropped that may be; the newest
   *     always stays
   * @param ttl how long the log lives from now
   * @return the entry's number
   */
  long append(String log, String entry, boolean keep, int limit, Duration ttl);

  /**
   * Reads entries after a number, oldest first.
   *
   * @param after 0 for the beginning
   * @param max how many at most; 0 for none
   */
  List<Entry> read(String log, long after, int max);

  /**
   * Reads the oldest entries that no reader has claimed, and claims them; those dropped before that
   * belong to no reader. Entries that a reader claimed but, because the store went away at that
   * moment, never got are given to it again.
   *
   * @param reader names who claims; not guessable
   * @param seen the number of the last entry that this reader got; 0 for none
   */
  List<Entry> claim(String log, String reader, long seen, int max);

  /** Forgets a reader that will not come again. What it has claimed stays claimed. */
  void release(String log, String reader);

  /** The number of the last entry that was claimed; 0 when none was. */
  long claimed(String log);

  /** Whether the log has an entry. */
  boolean exists(String log);

  /** Lets a log live this long from now, longer or shorter than before. */
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
