package io.everythingmcp.check.view;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assigns messages to sessions, and responses to requests of other exchanges. */
final class SessionIndex {
  private static final int FAR_BACK = 100;

  private final List<SessionView> all = new ArrayList<>();
  private final Map<String, SessionView> byId = new HashMap<>();
  private final Map<String, SessionView> byEndpoint = new HashMap<>();
  private SessionView withoutId;

  List<SessionView> all() {
    return List.copyOf(all);
  }

  void add(
      RecordedExchange exchange, List<ClientMessage> fromClient, List<ServerMessage> fromServer) {
    if (exchange.endpoint() == EndpointKind.SSE) {
      openStream(exchange, fromServer);
      return;
    }
    if (exchange.endpoint() == EndpointKind.MESSAGE) {
      SessionView session = byEndpoint.get(endpointKey(exchange.request().path()));
      join(session, exchange, fromClient, fromServer);
      if (session != null && session.initialize == null) {
        session.initialize =
            fromClient.stream()
                .filter(message -> message.is("initialize") && message.accepted())
                .findFirst()
                .orElse(null);
      }
      return;
    }
    if (exchange.endpoint() != EndpointKind.MCP) {
      return;
    }
    Optional<ClientMessage> initialize =
        fromClient.stream().filter(message -> message.is("initialize")).findFirst();
    if (initialize.isPresent() && initialize.get().result().isObject()) {
      String id = exchange.response().headers().first("Mcp-Session-Id").orElse(null);
      SessionView session = new SessionView(id, false);
      session.initialize = initialize.get();
      all.add(session);
      if (id == null) {
        withoutId = session;
      } else {
        byId.put(id, session);
      }
      join(session, exchange, fromClient, fromServer);
      return;
    }
    if (initialize.isEmpty() && fromClient.stream().noneMatch(ClientMessage::modern)) {
      String id = exchange.request().headers().first("Mcp-Session-Id").orElse(null);
      SessionView session = id == null ? withoutId : byId.get(id);
      join(session, exchange, fromClient, fromServer);
      if (session != null && id != null) {
        end(session, exchange);
      }
    }
  }

  private static void end(SessionView session, RecordedExchange exchange) {
    int status = exchange.response().status();
    if (status == 404 && session.lostBy == null && session.deletedBy == null) {
      session.lostBy = exchange;
    }
    if (exchange.request().method().equals("DELETE") && session.deletedBy == null) {
      session.deletedBy = exchange;
    }
  }

  private void openStream(RecordedExchange exchange, List<ServerMessage> fromServer) {
    for (RecordedEvent event : exchange.response().events()) {
      if ("endpoint".equals(event.event()) && event.data() != null) {
        SessionView session = new SessionView(event.data(), true);
        session.stream = exchange;
        all.add(session);
        byEndpoint.put(endpointKey(event.data()), session);
        join(session, exchange, List.of(), fromServer);
        return;
      }
    }
  }

  /** Path and query: a client makes an absolute URI of what it got. */
  static String endpointKey(String uri) {
    try {
      URI parsed = URI.create(uri.strip());
      return parsed.getRawQuery() == null
          ? String.valueOf(parsed.getRawPath())
          : parsed.getRawPath() + "?" + parsed.getRawQuery();
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  private static void join(
      SessionView session,
      RecordedExchange exchange,
      List<ClientMessage> fromClient,
      List<ServerMessage> fromServer) {
    if (session == null) {
      return;
    }
    session.exchanges.add(exchange);
    for (ClientMessage message : fromClient) {
      message.session = session;
      session.messages.add(message);
    }
    session.serverMessages.addAll(fromServer);
  }

  /** Connects requests and responses within each session. */
  void connect() {
    for (SessionView session : all) {
      session.serverMessages.sort(Comparator.comparingLong(ServerMessage::at));
      linkResponses(session);
      linkServerRequests(session);
    }
  }

  private static void linkResponses(SessionView session) {
    Map<String, Deque<ClientMessage>> open = new HashMap<>();
    for (ClientMessage message : session.messages) {
      if (message.isRequest() && message.accepted() && !message.hasResponse()) {
        open.computeIfAbsent(message.key(), key -> new ArrayDeque<>()).add(message);
      }
    }
    for (ServerMessage response : session.serverMessages) {
      if (response.isResponse()) {
        Deque<ClientMessage> waiting = open.get(JsonId.key(response.id()));
        if (waiting != null
            && !waiting.isEmpty()
            && waiting.peek().exchange().request().arrivedAt() <= response.at()) {
          waiting.poll().response = response;
        }
      }
    }
  }

  private static void linkServerRequests(SessionView session) {
    for (ServerMessage message : session.serverMessages) {
      if (message.isRequest()) {
        // A resumed stream repeats an event.
        session.serverRequests.putIfAbsent(
            JsonId.key(message.id()), new ServerRequest(session, message));
      } else if (message.method().equals("notifications/cancelled")) {
        ServerRequest request =
            session.serverRequests.get(JsonId.key(message.params().path("requestId")));
        if (request != null) {
          request.cancelledAt = Math.min(request.cancelledAt, message.at());
        }
      }
    }
    List<ServerRequest> requests = List.copyOf(session.serverRequests.values());
    for (ClientMessage message : session.messages) {
      if (message.isResponse()) {
        ServerRequest request = session.serverRequests.get(message.key());
        if (request != null) {
          request.responses.add(message);
        } else {
          nearest(requests, message).ifPresent(near -> near.mismatchedResponses.add(message));
        }
      }
    }
  }

  /** Returns the latest pending request for a response with an unknown id. */
  private static Optional<ServerRequest> nearest(
      List<ServerRequest> requests, ClientMessage response) {
    int last = requests.size() - 1;
    for (int i = last; i >= 0 && i > last - FAR_BACK; i--) {
      ServerRequest request = requests.get(i);
      if (request.at() <= response.at() + JournalView.NO_ORDER
          && request.responses.isEmpty()
          && request.mismatchedResponses.isEmpty()) {
        return Optional.of(request);
      }
    }
    return Optional.empty();
  }
}
