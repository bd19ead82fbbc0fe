package io.everythingmcp.check.rule.http;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SessionView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** H04, H07 to H09: the id of a session, from its beginning to its end. */
public final class SessionIdRules {
  private static final String ID = "Mcp-Session-Id";
  private static final int LATEST = 3;

  private SessionIdRules() {}

  /** H04. */
  public static void echoed(JournalView view, RuleObservations seen) {
    seen.unless("the server gave no session id");
    Map<String, SessionView> byId = new HashMap<>();
    view.sessions().stream()
        .filter(session -> session.id() != null && !session.overSse())
        .forEach(session -> byId.put(session.id(), session));
    Set<Integer> initializing = new HashSet<>();
    Set<Integer> legacy = new HashSet<>();
    for (ClientMessage message : view.messages()) {
      (message.is("initialize") ? initializing : legacy).add(message.n());
      if (message.modern() || message.is("server/discover")) {
        legacy.remove(message.n());
      }
    }
    Map<String, SessionView> lastOfConnection = new HashMap<>();
    Map<String, SessionView> lastOfAgent = new HashMap<>();
    Map<Integer, SessionView> byInitialize = new HashMap<>();
    byId.values().forEach(session -> byInitialize.put(session.initialize().n(), session));
    for (RecordedExchange exchange : view.exchanges()) {
      if (exchange.endpoint() != EndpointKind.MCP) {
        continue;
      }
      String connection = exchange.request().connection();
      String agent = exchange.request().headers().first("User-Agent").orElse("");
      String sent = exchange.request().headers().first(ID).orElse(null);
      SessionView begun = byInitialize.get(exchange.n());
      SessionView own = sent == null ? null : byId.get(sent);
      if (begun != null || own != null) {
        lastOfConnection.put(connection, own == null ? begun : own);
        lastOfAgent.put(agent, own == null ? begun : own);
        if (own != null && !initializing.contains(exchange.n())) {
          seen.good(exchange);
        }
        continue;
      }
      boolean post = exchange.request().method().equals("POST");
      SessionView expected = lastOfConnection.get(connection);
      if (expected == null && post) {
        expected = lastOfAgent.get(agent);
      }
      if (expected != null && isOver(expected, exchange)) {
        continue;
      }
      boolean judged = post ? legacy.contains(exchange.n()) : isOfSession(exchange, sent);
      if (judged
          && expected != null
          && JournalView.NO_ORDER + expected.initialize().exchange().response().endedAt()
              < exchange.request().arrivedAt()) {
        seen.fail(
            exchange, sent == null ? "no " + ID : ID + ": " + sent, expected.initialize().n());
      }
    }
  }

  /** Returns whether the session had ended, so that its id must not be sent. */
  private static boolean isOver(SessionView session, RecordedExchange exchange) {
    return (session.lostBy() != null && session.lostBy().n() < exchange.n())
        || (session.deletedBy() != null && session.deletedBy().n() < exchange.n());
  }

  /** A GET without an id may be a test whether the URL is there; with a wrong one it is not. */
  private static boolean isOfSession(RecordedExchange exchange, String sent) {
    return exchange.request().method().equals("DELETE")
        || (exchange.request().method().equals("GET") && sent != null);
  }

  /** H07. */
  public static void noneOnInitialize(JournalView view, RuleObservations seen) {
    seen.unless("no initialize was sent to the URL of Streamable HTTP");
    view.legacyRequests()
        .filter(message -> message.is("initialize"))
        .filter(message -> message.exchange().endpoint() == EndpointKind.MCP)
        .forEach(
            message -> {
              if (message.exchange().request().headers().has(ID)) {
                seen.fail(message, "initialize with " + ID);
              } else {
                seen.good(message);
              }
            });
  }

  /** H08. */
  public static void begunAgain(JournalView view, RuleObservations seen) {
    seen.unless("no session id got 404");
    Set<Integer> initializing = new HashSet<>();
    view.messages().stream()
        .filter(message -> message.is("initialize"))
        .forEach(message -> initializing.add(message.n()));
    List<RecordedExchange> toServer =
        view.exchanges().stream()
            .filter(exchange -> exchange.endpoint() == EndpointKind.MCP)
            .toList();
    for (SessionView session : view.sessions()) {
      boolean lost = session.lostBy() != null;
      if (lost && (session.deletedBy() == null || session.deletedBy().n() > session.lostBy().n())) {
        afterLoss(session, initializing, toServer, seen);
      }
    }
  }

  private static void afterLoss(
      SessionView session,
      Set<Integer> initializing,
      List<RecordedExchange> toServer,
      RuleObservations seen) {
    RecordedExchange lost = session.lostBy();
    long known = lost.response().endedAt() + JournalView.NO_ORDER;
    List<RecordedExchange> dead = new ArrayList<>();
    int others = 0;
    for (RecordedExchange exchange : toServer) {
      if (exchange.n() <= lost.n() || exchange.request().arrivedAt() < lost.response().endedAt()) {
        continue;
      }
      if (initializing.contains(exchange.n())) {
        if (dead.isEmpty()) {
          seen.good(exchange);
          return;
        }
        break;
      }
      boolean withDeadId =
          exchange.request().headers().first(ID).filter(session.id()::equals).isPresent();
      if (withDeadId && exchange.request().method().equals("POST")) {
        dead.add(exchange);
      } else if (exchange.request().method().equals("POST")
          && exchange.request().connection().equals(lost.request().connection())) {
        others++;
      }
    }
    boolean sameConnectionUnderWay = false;
    for (RecordedExchange exchange : dead) {
      if (exchange.request().arrivedAt() > known
          || exchange.request().connection().equals(lost.request().connection())) {
        seen.fail(exchange, "the session id that had got 404, again", lost.n());
      } else {
        sameConnectionUnderWay = true;
      }
    }
    if (dead.isEmpty() && others > LATEST) {
      seen.fail(lost, "no initialize among the next requests");
    } else if (dead.isEmpty() || sameConnectionUnderWay) {
      seen.unless("the client sent nothing more");
    }
  }

  /** H09. */
  public static void deleted(JournalView view, RuleObservations seen) {
    seen.unless("no session with an id was used");
    for (SessionView session : view.sessions()) {
      if (session.overSse() || session.id() == null) {
        continue;
      }
      if (session.deletedBy() != null) {
        seen.good(session.deletedBy());
      } else if (session.lostBy() == null && view.finished()) {
        if (session.requests().isEmpty()) {
          seen.note(session.initialize(), "a session that was only begun has no DELETE");
        } else {
          seen.warn(session.initialize(), "no DELETE until the run was finished");
        }
      } else if (!view.finished()) {
        seen.unless("it is judged when the run is finished");
      }
    }
  }
}
