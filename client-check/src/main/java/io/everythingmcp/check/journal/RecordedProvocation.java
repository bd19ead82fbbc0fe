package io.everythingmcp.check.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something the server did on purpose, or noted about the run.
 *
 * @param id such as {@code P03}
 * @param at when, in milliseconds since 1970
 * @param n the exchange in which it happened, or 0
 * @param details what a rule needs to judge the reaction, such as the variant
 */
public record RecordedProvocation(String id, long at, int n, ObjectNode details) {
  /** The run has ended because of a limit; {@code limit} of the details states which. */
  public static final String LIMIT = "limit";

  /**
   * The exchange {@code n}, or a provocation in it, could not be stored. This exchange and later
   * ones are not evaluated.
   */
  public static final String MISSING = "missing";

  /** Maximum number in a run, recorded or imported. */
  public static final int MOST = 100_000;

  /** Maximum number of characters of all in a run as JSON, recorded or imported. */
  public static final long MOST_CHARACTERS = 20L << 20;
}
