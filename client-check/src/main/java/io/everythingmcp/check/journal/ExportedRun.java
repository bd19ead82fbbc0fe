package io.everythingmcp.check.journal;

import java.util.List;

/**
 * A run as it was exported, to be evaluated again.
 *
 * @param journal the recorded exchanges, and the moment at which they are evaluated
 * @param skips when the user skipped a step, in milliseconds since 1970
 */
public record ExportedRun(JournalSnapshot journal, List<Long> skips) {
  public ExportedRun {
    skips = List.copyOf(skips);
  }
}
