package io.everythingmcp.check.run;

import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import java.util.HashMap;
import java.util.Map;

/** How much of a run is kept. */
final class RunLimits {
  /** So many exchanges, then the run ends. */
  static final int EXCHANGES = 100_000;

  /**
   * So many provocations, then the run ends. The rest is for requests that are in progress then.
   */
  static final int PROVOCATIONS = RecordedProvocation.MOST / 100 * 99;

  private static final long PROVOCATION_CHARACTERS = RecordedProvocation.MOST_CHARACTERS / 100 * 99;

  /** So many characters of bodies and events; later ones are counted, and not kept. */
  private static final long CHARACTERS = 20L << 20;

  private final Map<Integer, Long> open = new HashMap<>();
  private final RunBudget budget;
  private long kept;
  private long restored;
  private long restoredProvocations;
  private int provocations;
  private long provocationCharacters;

  RunLimits(RunBudget budget) {
    this.budget = budget;
  }

  /** How many characters are kept. */
  synchronized long kept() {
    return kept + restored + restoredProvocations;
  }

  /**
   * Counts headers of an imported run; returns false if there are too many. In a run that is
   * recorded here, the server limits them.
   */
  synchronized boolean restore(long characters) {
    if (restored + characters > CHARACTERS || !budget.take(characters)) {
      return false;
    }
    restored += characters;
    return true;
  }

  /** Counts a provocation of an imported run; returns false if there are too many. */
  synchronized boolean restoreProvocation(long characters) {
    if (!budget.take(characters)) {
      return false;
    }
    restoredProvocations += characters;
    return true;
  }

  /** Counts a provocation; returns false if it exceeds what a run and its export may have. */
  synchronized boolean provoked(long characters) {
    if (provocations >= RecordedProvocation.MOST
        || provocationCharacters + characters > RecordedProvocation.MOST_CHARACTERS) {
      return false;
    }
    provocations++;
    provocationCharacters += characters;
    return true;
  }

  /** Returns whether a run with these provocations ends. */
  synchronized boolean provocationsReached() {
    return provocations >= PROVOCATIONS || provocationCharacters >= PROVOCATION_CHARACTERS;
  }

  /** The exchange without its bodies where the run has too many already. */
  synchronized RecordedExchange keep(RecordedExchange exchange) {
    long before = open.getOrDefault(exchange.n(), 0L);
    long size = size(exchange);
    if (kept - before + size > CHARACTERS || !budget.take(size - before)) {
      return dropped(exchange);
    }
    kept += size - before;
    switch (exchange.response().end()) {
      case OPEN -> open.put(exchange.n(), size);
      default -> open.remove(exchange.n());
    }
    return exchange;
  }

  private static long size(RecordedExchange exchange) {
    return exchange.request().body().text().length()
        + exchange.response().body().text().length()
        + exchange.response().events().stream()
            .mapToLong(event -> event.data() == null ? 0 : event.data().length())
            .sum();
  }

  private static RecordedExchange dropped(RecordedExchange exchange) {
    RecordedRequest request = exchange.request();
    RecordedResponse response = exchange.response();
    return new RecordedExchange(
        exchange.n(),
        exchange.endpoint(),
        new RecordedRequest(
            request.arrivedAt(),
            request.completeAt(),
            request.method(),
            request.path(),
            request.headers(),
            request.body().drop(),
            request.connection(),
            request.cut()),
        new RecordedResponse(
            response.status(),
            response.headers(),
            response.body().drop(),
            java.util.List.of(),
            response.startedAt(),
            response.endedAt(),
            response.end()),
        exchange.fault());
  }
}
