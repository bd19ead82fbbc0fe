package io.everythingmcp.check.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts the exchanges of a journal together, in one pass over them. */
final class JournalIndexer {
  private final JournalSnapshot snapshot;
  private final List<RecordedExchange> exchanges;
  private final List<ClientMessage> messages = new ArrayList<>();
  private final Map<Integer, List<ServerMessage>> responses = new HashMap<>();
  private final SessionIndex sessions = new SessionIndex();
  private final SenderIndex senders = new SenderIndex();

  JournalIndexer(JournalSnapshot snapshot) {
    this.snapshot = snapshot;
    this.exchanges =
        snapshot.exchanges().stream()
            .sorted(
                Comparator.comparingLong(RecordedExchange::at)
                    .thenComparingInt(RecordedExchange::n))
            .toList();
  }

  JournalView index() {
    for (RecordedExchange exchange : exchanges) {
      List<ServerMessage> fromServer = serverMessages(exchange);
      if (!fromServer.isEmpty()) {
        responses.put(exchange.n(), fromServer);
      }
      List<ClientMessage> fromClient = clientMessages(exchange);
      fromClient.forEach(message -> setResponse(message, fromServer));
      sessions.add(exchange, fromClient, fromServer);
      senders.add(fromClient);
      messages.addAll(fromClient);
    }
    sessions.connect();
    ToolDefinitions.connect(sessions.all(), senders.all());
    return new JournalView(
        snapshot,
        exchanges,
        List.copyOf(messages),
        responses,
        sessions.all(),
        senders.all(),
        InputRoundTrips.of(senders.all()),
        LoginIndex.of(exchanges, snapshot, messages));
  }

  private static List<ClientMessage> clientMessages(RecordedExchange exchange) {
    if (!exchange.request().method().equals("POST")
        || !exchange.endpoint().takesMessages()
        || exchange.request().cut()) {
      return List.of();
    }
    JsonNode body = parse(exchange.request().body().text());
    if (body.isArray()) {
      List<ClientMessage> all = new ArrayList<>();
      body.forEach(element -> all.add(new ClientMessage(exchange, element, true)));
      return all;
    }
    return body.isObject() ? List.of(new ClientMessage(exchange, body, false)) : List.of();
  }

  private static List<ServerMessage> serverMessages(RecordedExchange exchange) {
    switch (exchange.endpoint()) {
      case MCP, SSE, MESSAGE -> {
        List<ServerMessage> all = new ArrayList<>();
        collect(
            exchange,
            null,
            exchange.response().endedAt(),
            parse(exchange.response().body().text()),
            all);
        for (RecordedEvent event : exchange.response().events()) {
          if (event.data() != null && !event.data().isEmpty()) {
            collect(exchange, event, event.at(), parse(event.data()), all);
          }
        }
        return all;
      }
      default -> {
        return List.of();
      }
    }
  }

  private static void collect(
      RecordedExchange exchange,
      RecordedEvent event,
      long at,
      JsonNode json,
      List<ServerMessage> all) {
    if (json.isArray()) {
      json.forEach(element -> collect(exchange, event, at, element, all));
    } else if (json.isObject() && (json.has("jsonrpc") || json.has("method"))) {
      all.add(new ServerMessage(exchange, event, at, json));
    }
  }

  static JsonNode parse(String text) {
    // A byte order mark is worth a note, no more.
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String start = json.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return MissingNode.getInstance();
    }
    try {
      return JournalJson.parse(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** Records the response to the POST request of a message. */
  private static void setResponse(ClientMessage message, List<ServerMessage> fromServer) {
    for (ServerMessage response : fromServer) {
      if (response.isResponse()
          && message.isRequest()
          && JsonId.key(response.id()).equals(message.key())) {
        message.response = response;
        break;
      }
    }
    message.accepted = isAccepted(message);
  }

  private static boolean isAccepted(ClientMessage message) {
    int status = message.exchange().response().status();
    if (status == 0) {
      // The client did not wait for it; a provocation that closed the connection refused it.
      return message.exchange().fault() == null;
    }
    if (status >= 200 && status < 300) {
      return true;
    }
    if (status >= 500
        || status == 401
        || status == 403
        || status == 406
        || status == 415
        || status == 429) {
      return false;
    }
    boolean lostSession =
        status == 404
            && message.legacy()
            && message.exchange().request().headers().has("Mcp-Session-Id");
    return message.response != null && !lostSession;
  }
}
