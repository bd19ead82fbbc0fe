package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distinguishes the processes of clients: a new one starts with {@code server/discover}, or where
 * ids restart on a new connection.
 */
final class SenderIndex {
  private final List<SenderView> all = new ArrayList<>();
  private final Map<JsonNode, SenderView> current = new HashMap<>();
  private final Map<Connection, SenderView> byConnection = new HashMap<>();
  private final Map<JsonNode, Integer> processes = new HashMap<>();

  private record Connection(JsonNode clientInfo, String name) {}

  List<SenderView> all() {
    return List.copyOf(all);
  }

  void add(List<ClientMessage> messages) {
    for (ClientMessage message : messages) {
      if (message.modern()) {
        add(message);
      }
    }
  }

  private void add(ClientMessage message) {
    JsonNode clientInfo = message.meta().path(ClientMessage.META_CLIENT);
    Connection connection = new Connection(clientInfo, message.exchange().request().connection());
    SenderView sender = byConnection.getOrDefault(connection, current.get(clientInfo));
    if (sender == null || startsAnew(sender, message)) {
      sender = new SenderView(clientInfo, processes.merge(clientInfo, 1, Integer::sum));
      current.put(clientInfo, sender);
      all.add(sender);
    }
    byConnection.put(connection, sender);
    message.sender = sender;
    sender.messages.add(message);
    sender.connections.add(message.exchange().request().connection());
    if (message.accepted() && JsonId.isInteger(message.id())) {
      sender.lowestId = Math.min(sender.lowestId, message.id().asLong());
    }
  }

  private static boolean startsAnew(SenderView sender, ClientMessage message) {
    if (message.is("server/discover")) {
      return sender.messages.stream()
          .limit(20)
          .anyMatch(earlier -> earlier.accepted() && !earlier.is("server/discover"));
    }
    return message.isRequest()
        && JsonId.isInteger(message.id())
        && message.id().asLong() <= sender.lowestId
        && sender.lowestId != Long.MAX_VALUE
        && !sender.connections.contains(message.exchange().request().connection());
  }
}
