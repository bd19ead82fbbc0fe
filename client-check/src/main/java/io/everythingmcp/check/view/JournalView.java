package io.everythingmcp.check.view;

import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A journal at one moment, put together for the rules.
 *
 * @param exchanges in the order in which the requests were complete
 * @param messages of the client, in the same order
 * @param byExchange the messages of the server in each exchange
 */
public record JournalView(
    JournalSnapshot snapshot,
    List<RecordedExchange> exchanges,
    List<ClientMessage> messages,
    Map<Integer, List<ServerMessage>> byExchange,
    List<SessionView> sessions,
    List<SenderView> senders,
    InputRoundTrips roundTrips,
    AuthorizationView login) {
  /** Two requests closer than this on different connections have no order. */
  public static final long NO_ORDER = 100;

  public static JournalView of(JournalSnapshot snapshot) {
    return new JournalIndexer(whole(snapshot)).index();
  }

  /**
   * Returns the journal up to the first dropped body or missing exchange: after it, a response that
   * seems to be missing may have been dropped, or could not be stored.
   */
  private static JournalSnapshot whole(JournalSnapshot snapshot) {
    Optional<RecordedProvocation> missing =
        snapshot.provocations().stream()
            .filter(one -> one.id().equals(RecordedProvocation.MISSING))
            .min(Comparator.comparingInt(RecordedProvocation::n));
    int end = missing.map(RecordedProvocation::n).orElse(Integer.MAX_VALUE);
    List<RecordedExchange> all = snapshot.exchanges();
    for (int i = 0; i < all.size(); i++) {
      RecordedExchange exchange = all.get(i);
      if (exchange.n() >= end
          || exchange.request().body().dropped()
          || exchange.response().body().dropped()) {
        long arrived = exchange.request().arrivedAt();
        return until(
            missing.map(note -> Math.min(note.at(), arrived)).orElse(arrived), i, snapshot);
      }
    }
    return missing.map(note -> until(note.at(), all.size(), snapshot)).orElse(snapshot);
  }

  private static JournalSnapshot until(long end, int exchanges, JournalSnapshot snapshot) {
    return new JournalSnapshot(
        snapshot.facts(),
        snapshot.exchanges().subList(0, exchanges),
        snapshot.provocations().stream()
            .filter(one -> one.at() <= end || one.id().equals(RecordedProvocation.MISSING))
            .toList(),
        false,
        end);
  }

  public boolean finished() {
    return snapshot.finished();
  }

  public long now() {
    return snapshot.now();
  }

  public Stream<ClientMessage> requests() {
    return messages.stream().filter(ClientMessage::isRequest);
  }

  public Stream<ClientMessage> legacyRequests() {
    return requests().filter(ClientMessage::legacy);
  }

  public Stream<ClientMessage> modernRequests() {
    return requests().filter(ClientMessage::modern);
  }

  public Stream<ServerRequest> serverRequests() {
    return sessions.stream().flatMap(session -> session.serverRequests().stream());
  }

  public List<ServerMessage> serverMessages(RecordedExchange exchange) {
    return byExchange.getOrDefault(exchange.n(), List.of());
  }

  public Stream<RecordedProvocation> provocations(String id) {
    return snapshot.provocations().stream().filter(one -> one.id().equals(id));
  }

  public boolean provoked(String id) {
    return provocations(id).findAny().isPresent();
  }

  /** Returns whether the first request was certainly received before the second. */
  public static boolean before(RecordedExchange first, RecordedExchange second) {
    if (first.request().connection().equals(second.request().connection())) {
      return first.at() < second.at() || (first.at() == second.at() && first.n() < second.n());
    }
    return first.at() + NO_ORDER < second.request().arrivedAt();
  }
}
