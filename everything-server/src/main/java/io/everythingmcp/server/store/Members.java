package io.everythingmcp.server.store;

import java.time.Duration;
import java.util.List;

/** Sets of names; each member leaves on its own after a while unless it is added again. */
public interface Members {

  /** Adds a member, or prolongs its stay. */
  void add(String set, String member, Duration ttl);

  /** Removes a member. */
  void remove(String set, String member);

  /** How many there are. */
  long count(String set);

  /** All members, in no particular order. */
  List<String> list(String set);

  /** Members whose time has passed but who have not been removed yet. */
  List<String> overdue(String set, int max);
}
