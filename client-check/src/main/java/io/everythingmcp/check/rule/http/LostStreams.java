package io.everythingmcp.check.rule.http;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonId;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.ServerMessage;
import io.everythingmcp.check.view.SessionView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** H10 to H13: streams that ended before their response. */
public final class LostStreams {
  private static final long RECONNECT = 30_000;
  private static final long SOON = 2_000;
  private static final long TOLERANCE = 50;

  private LostStreams() {}

  /**
   * A stream with event ids.
   *
   * @param resumes GETs with the id of one of its events
   */
  private record IdStream(
      SessionView session,
      RecordedExchange exchange,
      String lastId,
      Integer retry,
      boolean responseMissing,
      List<RecordedExchange> resumes) {
    boolean resumedFrom(String id) {
      return resumes.stream().anyMatch(get -> lastEventId(get).equals(id));
    }
  }

  private static String lastEventId(RecordedExchange exchange) {
    return exchange.request().headers().first("Last-Event-ID").orElse("");
  }

  /** All streams with event ids, with the GETs that resume them; in one pass for each session. */
  private static List<IdStream> streams(JournalView view) {
    List<IdStream> all = new ArrayList<>();
    for (SessionView session : view.sessions()) {
      if (session.overSse()) {
        continue;
      }
      Set<Integer> missing = withoutResponse(view, session);
      Map<String, IdStream> byEvent = new HashMap<>();
      for (RecordedExchange exchange : session.exchanges()) {
        if (exchange.request().method().equals("GET") && !lastEventId(exchange).isEmpty()) {
          IdStream resumed = byEvent.get(lastEventId(exchange));
          if (resumed != null) {
            resumed.resumes().add(exchange);
          }
        }
        IdStream stream = stream(session, exchange, missing.contains(exchange.n()));
        if (stream != null) {
          all.add(stream);
          exchange.response().events().stream()
              .filter(event -> event.id() != null)
              .forEach(event -> byEvent.put(event.id(), stream));
        }
      }
    }
    return all;
  }

  private static IdStream stream(
      SessionView session, RecordedExchange exchange, boolean responseMissing) {
    String lastId = null;
    Integer retry = null;
    for (RecordedEvent event : exchange.response().events()) {
      lastId = event.id() == null ? lastId : event.id();
      retry = event.retry() == null ? retry : event.retry();
    }
    return lastId == null
        ? null
        : new IdStream(session, exchange, lastId, retry, responseMissing, new ArrayList<>());
  }

  /** Returns POSTs whose stream has no response to their request, and which were not cancelled. */
  private static Set<Integer> withoutResponse(JournalView view, SessionView session) {
    Set<String> cancelled = cancelled(session).keySet();
    Set<Integer> missing = new HashSet<>();
    for (ClientMessage message : session.messages()) {
      if (message.isRequest() && message.accepted() && !cancelled.contains(message.key())) {
        boolean here = false;
        for (ServerMessage answer : view.serverMessages(message.exchange())) {
          here |= answer.isResponse() && JsonId.key(answer.id()).equals(message.key());
        }
        if (!here) {
          missing.add(message.n());
        }
      }
    }
    return missing;
  }

  private static Map<String, ClientMessage> cancelled(SessionView session) {
    Map<String, ClientMessage> cancelled = new HashMap<>();
    for (ClientMessage message : session.messages()) {
      if (message.is("notifications/cancelled")) {
        cancelled.put(JsonId.key(message.params().path("requestId")), message);
      }
    }
    return cancelled;
  }

  /** H10. */
  public static void resumed(JournalView view, RuleObservations seen) {
    seen.unless("no stream with event ids was interrupted");
    for (IdStream stream : streams(view)) {
      RecordedExchange exchange = stream.exchange();
      boolean get = exchange.request().method().equals("GET");
      if (exchange.response().end() != StreamEnd.ABORT || (!get && !stream.responseMissing())) {
        continue;
      }
      if (stream.resumedFrom(stream.lastId())) {
        seen.good(stream.resumes().get(0));
      } else if (!stream.resumes().isEmpty()) {
        seen.warn(
            stream.resumes().get(0),
            "Last-Event-ID "
                + lastEventId(stream.resumes().get(0))
                + " instead of "
                + stream.lastId(),
            exchange.n());
      } else if (stream.session().over(view) && stream.session().lostBy() == null && !get) {
        seen.warn(exchange, "no GET with Last-Event-ID " + stream.lastId());
      }
    }
  }

  /** H11. */
  public static void retryKept(JournalView view, RuleObservations seen) {
    seen.unless("no stream with a retry field was requested again");
    for (IdStream stream : streams(view)) {
      if (stream.retry() == null
          || stream.resumes().isEmpty()
          || stream.exchange().response().end() == StreamEnd.CLIENT
          || stream.exchange().response().end() == StreamEnd.OPEN
          || !PublishedRevisions.V2025_11.equals(stream.session().revision())) {
        continue;
      }
      RecordedExchange resume = stream.resumes().get(0);
      long waited = resume.request().arrivedAt() - stream.exchange().response().endedAt();
      String received = waited + " ms after the end, retry is " + stream.retry();
      if (waited < stream.retry() - TOLERANCE) {
        seen.fail(resume, received, stream.exchange().n());
      } else if (waited > 2L * stream.retry() + SOON) {
        seen.warn(resume, received, stream.exchange().n());
      } else {
        seen.good(resume);
      }
    }
  }

  /** H12. */
  public static void polled(JournalView view, RuleObservations seen) {
    seen.unless("the server closed no stream before its response");
    for (IdStream stream : streams(view)) {
      RecordedExchange exchange = stream.exchange();
      if (exchange.response().end() != StreamEnd.SERVER
          || !exchange.request().method().equals("POST")
          || !stream.responseMissing()
          || !PublishedRevisions.V2025_11.equals(stream.session().revision())) {
        continue;
      }
      long end = exchange.response().endedAt();
      boolean soon =
          stream.resumes().stream().anyMatch(get -> get.request().arrivedAt() - end <= RECONNECT);
      if (soon) {
        seen.good(stream.resumes().get(0));
      } else if (view.now() - end > RECONNECT) {
        seen.warn(exchange, "no GET with Last-Event-ID " + stream.lastId() + " in 30 seconds");
      }
    }
  }

  /** H13. */
  public static void cancelledByNotification(JournalView view, RuleObservations seen) {
    seen.unless("the client closed no stream before its response");
    Set<Integer> provoked = new HashSet<>();
    view.provocations("P01").forEach(one -> provoked.add(one.n()));
    view.provocations("P76").forEach(one -> provoked.add(one.n()));
    for (SessionView session : view.sessions()) {
      if (session.overSse()) {
        continue;
      }
      Map<String, ClientMessage> cancelled = cancelled(session);
      for (ClientMessage message : session.requests()) {
        RecordedExchange exchange = message.exchange();
        long end = exchange.response().endedAt();
        boolean closed = exchange.response().end() == StreamEnd.CLIENT && !message.hasResponse();
        ClientMessage notification = cancelled.get(message.key());
        if (!closed) {
          if (notification != null) {
            seen.good(notification);
          }
          continue;
        }
        boolean deleted = session.deletedBy() != null && session.deletedBy().at() <= end + SOON;
        boolean gone = session.lastAt() <= end + SOON;
        boolean beginsWithRetry =
            exchange.response().events().stream()
                .findFirst()
                .filter(event -> event.retry() != null)
                .isPresent();
        if (notification != null && notification.at() <= end + SOON) {
          seen.good(notification);
        } else if (!deleted && !gone && !beginsWithRetry && !provoked.contains(exchange.n())) {
          seen.warn(message, "the stream of " + message.method() + " was closed, and no more");
        }
      }
    }
  }

  /** H16. */
  public static void observed(JournalView view, RuleObservations seen) {
    seen.unless("no stream was opened by GET");
    int streams = 0;
    RecordedExchange last = null;
    for (RecordedExchange exchange : view.exchanges()) {
      if (exchange.endpoint() == EndpointKind.MCP
          && exchange.request().method().equals("GET")
          && exchange.request().headers().has("Mcp-Session-Id")) {
        streams++;
        last = exchange;
      }
    }
    if (last != null) {
      seen.note(
          last,
          streams
              + (streams == 1 ? " stream was" : " streams were")
              + " requested, the last got "
              + last.response().status());
    }
  }
}
