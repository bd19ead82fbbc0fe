package io.everythingmcp.check.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exchanges of a run in order, growing while the run is running. Credentials are replaced
 * before an exchange gets here: see {@link CredentialRedaction}. Safe for use by several threads.
 */
public final class RunJournal {
  private static final int LONGEST_INTERNED = 256;
  private static final int MOST_INTERNED = 4096;

  private final RunFacts facts;
  private final List<RecordedExchange> exchanges = new ArrayList<>();
  private final List<RecordedProvocation> provocations = new ArrayList<>();
  private final Map<RecordedHeader, RecordedHeader> headers = new HashMap<>();
  private boolean finished;
  private long moment;

  public RunJournal(RunFacts facts) {
    this.facts = facts;
  }

  public RunFacts facts() {
    return facts;
  }

  /**
   * Adds an exchange, or replaces the one with the same number: once when the request is complete,
   * again as its response grows and ends. Numbers may arrive out of order.
   */
  public synchronized void record(RecordedExchange exchange) {
    if (exchange.n() < 1) {
      throw new IllegalArgumentException("the number of an exchange is 1 or more: " + exchange.n());
    }
    while (exchanges.size() < exchange.n()) {
      exchanges.add(null);
    }
    exchanges.set(exchange.n() - 1, shareHeaders(exchange));
  }

  public synchronized void provoked(RecordedProvocation provocation) {
    provocations.add(provocation);
  }

  /** From now on absence is judged too. */
  public synchronized void finish() {
    finished = true;
  }

  /** From now on the journal is judged as of this moment, in milliseconds since 1970. */
  public synchronized void freeze(long at) {
    moment = at;
  }

  /** Returns whether it is judged as of a fixed moment. */
  public synchronized boolean isFrozen() {
    return moment > 0;
  }

  /** Returns an exchange by its number; empty if there is none. */
  public synchronized Optional<RecordedExchange> find(int n) {
    return n < 1 || n > exchanges.size()
        ? Optional.empty()
        : Optional.ofNullable(exchanges.get(n - 1));
  }

  public synchronized boolean isFinished() {
    return finished;
  }

  /** The number of the last exchange. */
  public synchronized int size() {
    return exchanges.size();
  }

  /** Returns the current state, for rules and pages. */
  public synchronized JournalSnapshot snapshot(long now) {
    return new JournalSnapshot(
        facts,
        exchanges.stream().filter(exchange -> exchange != null).toList(),
        List.copyOf(provocations),
        finished,
        moment > 0 ? moment : now);
  }

  private RecordedExchange shareHeaders(RecordedExchange exchange) {
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
            share(request.headers()),
            request.body(),
            request.connection(),
            request.cut()),
        new RecordedResponse(
            response.status(),
            share(response.headers()),
            response.body(),
            response.events(),
            response.startedAt(),
            response.endedAt(),
            response.end()),
        exchange.fault());
  }

  private HeaderList share(HeaderList list) {
    return new HeaderList(list.fields().stream().map(this::share).toList());
  }

  private RecordedHeader share(RecordedHeader header) {
    if (header.value().length() > LONGEST_INTERNED) {
      return header;
    }
    RecordedHeader known = headers.get(header);
    if (known == null && headers.size() < MOST_INTERNED) {
      headers.put(header, header);
    }
    return known == null ? header : known;
  }
}
