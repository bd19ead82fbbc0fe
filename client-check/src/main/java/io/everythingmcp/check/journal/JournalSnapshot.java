package io.everythingmcp.check.journal;

import java.util.List;

/**
 * Journal at one moment.
 *
 * @param now the moment, in milliseconds since 1970, at which missing exchanges are evaluated
 */
public record JournalSnapshot(
    RunFacts facts,
    List<RecordedExchange> exchanges,
    List<RecordedProvocation> provocations,
    boolean finished,
    long now) {
  public JournalSnapshot {
    exchanges = List.copyOf(exchanges);
    provocations = List.copyOf(provocations);
  }
}
