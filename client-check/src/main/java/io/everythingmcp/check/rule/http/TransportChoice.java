package io.everythingmcp.check.rule.http;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** H14, H15, H17, H18: which transport is used, and how. */
public final class TransportChoice {
  private static final Set<Integer> TRY_THE_OTHER = Set.of(400, 404, 405);

  private TransportChoice() {}

  /** H14. */
  public static void oneMessage(JournalView view, RuleObservations seen) {
    seen.unless("judged as B06, which is the same rule");
  }

  /** H15. */
  public static void bothForms(JournalView view, RuleObservations seen) {
    seen.unless("responses were not alternated between JSON and streams");
    List<RecordedProvocation> provocations = view.provocations("P06").toList();
    if (provocations.isEmpty()) {
      return;
    }
    Map<Integer, ClientMessage> calls = new HashMap<>();
    view.requests().forEach(message -> calls.put(message.n(), message));
    List<ClientMessage> all = view.requests().filter(one -> one.is("tools/call")).toList();
    for (RecordedProvocation provocation : provocations) {
      ClientMessage call = calls.get(provocation.n());
      if (call == null) {
        continue;
      }
      Optional<ClientMessage> next =
          all.stream()
              .filter(one -> one.at() > call.at() && one.session() == call.session())
              .findFirst();
      if (next.isPresent() && next.get().sameCallAs(call)) {
        seen.fail(next.get(), "the same call again after its response", call.n());
      } else {
        next.ifPresent(seen::good);
      }
    }
  }

  /** H17. */
  public static void endpointUsed(JournalView view, RuleObservations seen) {
    seen.unless("nothing was sent over HTTP+SSE");
    Set<Integer> known = new HashSet<>();
    for (SessionView session : view.sessions()) {
      if (session.overSse()) {
        session.exchanges().forEach(exchange -> known.add(exchange.n()));
      }
    }
    for (RecordedExchange exchange : view.exchanges()) {
      if (exchange.endpoint() == EndpointKind.MESSAGE
          && exchange.request().method().equals("POST")) {
        if (known.contains(exchange.n())) {
          seen.good(exchange);
        } else {
          seen.fail(exchange, exchange.request().path() + ", which no endpoint event named");
        }
      }
    }
  }

  /** H18. */
  public static void newTransportFirst(JournalView view, RuleObservations seen) {
    seen.unless("one transport was used");
    RecordedExchange refusedPost = null;
    RecordedExchange failedSse = null;
    boolean posted = false;
    for (RecordedExchange exchange : view.exchanges()) {
      String method = exchange.request().method();
      int status = exchange.response().status();
      if (exchange.endpoint() == EndpointKind.MCP && method.equals("POST")) {
        if (!posted && failedSse != null) {
          seen.warn(exchange, "a POST after the GET of HTTP+SSE had been refused", failedSse.n());
        }
        posted = true;
        if (TRY_THE_OTHER.contains(status) && !exchange.request().headers().has("Mcp-Session-Id")) {
          refusedPost = exchange;
        }
      } else if (exchange.endpoint() == EndpointKind.SSE && method.equals("GET")) {
        if (refusedPost != null) {
          seen.good(exchange);
        } else if (!posted && TRY_THE_OTHER.contains(status)) {
          failedSse = exchange;
        }
      } else if (exchange.endpoint() == EndpointKind.MCP
          && method.equals("GET")
          && !exchange.request().headers().has("Mcp-Session-Id")
          && !ClientRequestHeaders.accepted(exchange.request().headers()).contains("text/html")) {
        if (refusedPost != null) {
          seen.good(exchange);
        } else if (!posted) {
          seen.note(exchange, "a GET before anything else, as a test whether the URL is there");
        }
      }
    }
  }
}
