package io.everythingmcp.check.rule.http;

import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** P63: when a request is repeated that was rejected with {@code Retry-After}. */
public final class RetryDelays {
  private static final int MANY = 10;
  private static final long TOLERANCE = 50;

  private RetryDelays() {}

  private record EarlyRepetition(ClientMessage message, ClientMessage rejected) {
    String received(long seconds) {
      long after = message.at() - rejected.exchange().response().startedAt();
      return "the same request after " + after + " ms, with Retry-After: " + seconds;
    }
  }

  /** P63. Retry-After is a rule of HTTP, not of MCP: a few early repetitions are an observation. */
  public static void kept(JournalView view, RuleObservations seen) {
    seen.unless("no request was rejected with Retry-After");
    List<EarlyRepetition> all = new ArrayList<>();
    List<ClientMessage> requests = view.requests().toList();
    for (ClientMessage rejected : requests) {
      Optional<Long> seconds = seconds(rejected);
      if (seconds.isEmpty() || view.provocations("P63").noneMatch(one -> one.n() == rejected.n())) {
        continue;
      }
      long until = rejected.exchange().response().endedAt() + seconds.get() * 1000 - TOLERANCE;
      List<EarlyRepetition> early = early(rejected, requests, until);
      all.addAll(early);
      if (early.isEmpty() && (view.finished() || view.now() >= until)) {
        seen.good(rejected);
      }
    }
    for (EarlyRepetition one : all) {
      String received = one.received(seconds(one.rejected()).orElseThrow());
      if (all.size() >= MANY) {
        seen.warn(one.message(), received, one.rejected().n());
      } else {
        seen.note(one.message(), received, one.rejected().n());
      }
    }
  }

  /** Returns the delay of a rejected request; a date is not evaluated. */
  private static Optional<Long> seconds(ClientMessage message) {
    RecordedResponse response = message.exchange().response();
    return response.status() != 429 && response.status() != 503
        ? Optional.empty()
        : response
            .headers()
            .first("Retry-After")
            .filter(value -> value.matches("\\d{1,9}"))
            .map(Long::valueOf);
  }

  /**
   * The repetitions up to the first that was accepted, since the next one is another request, or
   * that was rejected with a delay of its own.
   */
  private static List<EarlyRepetition> early(
      ClientMessage rejected, List<ClientMessage> requests, long until) {
    List<EarlyRepetition> early = new ArrayList<>();
    long accepted = Long.MAX_VALUE;
    for (ClientMessage message : requests) {
      if (message.n() > rejected.n()
          && message.at() < Math.min(until, accepted)
          && follows(message, rejected)
          && message.sameCallAs(rejected)
          && message.sameClientAs(rejected)) {
        early.add(new EarlyRepetition(message, rejected));
        accepted = message.accepted() ? Math.min(accepted, message.responseAt()) : accepted;
        if (seconds(message).isPresent()) {
          break;
        }
      }
    }
    return early;
  }

  /** Returns whether a request was certainly sent after the response to another one. */
  private static boolean follows(ClientMessage message, ClientMessage rejected) {
    String connection = rejected.exchange().request().connection();
    return message.exchange().request().connection().equals(connection)
        || message.exchange().request().arrivedAt()
            > rejected.exchange().response().startedAt() + JournalView.NO_ORDER;
  }
}
