package io.everythingmcp.server.store;

import java.time.Duration;
import java.util.List;

/**
 * Sets of names, each with a lifetime. A member whose lifetime has passed is overdue: it is counted
 * and listed until it is removed or added again, or for one hour, after which it may be removed.
 */
public interface ExpiringSets {

  /** Adds a member, or sets its lifetime from now. */
  void add(String set, String member, Duration ttl);

  /** Removes a member. */
  void remove(String set, String member);

  /** How many there are. */
  long count(String set);

  /** All members, in no particular order. */
  List<String> list(String set);

  /**
   * Members whose time has passed but who have not been removed yet, some of them if there are more
   * than so many.
   */
  List<String> overdue(String set, int max);

  /** Members whose time passes first, or has passed, so many at most. */
  List<String> earliest(String set, int max);
}
