package io.everythingmcp.check.journal;

import java.util.List;

/**
 * A journal at one moment.
 *
 * @param now the moment, in milliseconds since 1970; what has not happened is judged by it
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
