package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.server.protocol.stateful.stream.EventStreamWriter;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends {@code ping} to clients connected to this instance. The response may arrive at any
 * instance. After several missing responses in a row the connections of the session are closed; the
 * session and its undelivered messages are retained for resumption.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/ping">Ping</a>
 */
final class SessionPinger {
  private static final Logger LOG = LoggerFactory.getLogger(SessionPinger.class);

  /** How many pings in a row may stay without a response. */
  private static final int MAX_PENDING = 3;

  private final StatefulContext context;
  private final Map<String, List<Integer>> sent = new ConcurrentHashMap<>();

  SessionPinger(StatefulContext context) {
    this.context = context;
  }

  /** Starts the pings. */
  void every(Duration interval) {
    if (!interval.isZero()) {
      Duration retained = interval.multipliedBy(MAX_PENDING + 1L).plusMinutes(1);
      context.runtime().executor().scheduleAtFixedRate(interval, () -> sendPings(retained));
    }
  }

  private void sendPings(Duration retained) {
    List<String> listening = context.attachments().sessionsWithGetStream();
    sent.keySet().retainAll(listening);
    for (String id : listening) {
      if (pendingPings(id).size() >= MAX_PENDING) {
        sent.remove(id);
        disconnect(id);
      } else {
        context
            .sessions()
            .findById(id)
            .filter(Session::ready)
            .ifPresent(session -> sendPings(session.id(), retained));
      }
    }
  }

  private void sendPings(String session, Duration retained) {
    List<String> one = List.of("");
    context
        .sent()
        .record(session, SentClientRequests.Purpose.PING, "", one, retained)
        .forEach(
            id -> {
              sent.computeIfAbsent(session, s -> new ArrayList<>(MAX_PENDING)).add(id);
              String ping = WireJson.text(RpcMessage.request(id, "ping", null));
              context.log().appendMessage(session, StreamLog.UNRELATED, ping);
            });
  }

  /** The pings that were sent after the last one with a response. */
  private List<Integer> pendingPings(String session) {
    List<Integer> ids = sent.getOrDefault(session, List.of());
    for (int i = ids.size() - 1; i >= 0; i--) {
      if (!context.sent().isPending(session, ids.get(i))) {
        ids.subList(0, i + 1).clear();
        return ids;
      }
    }
    return ids;
  }

  private void disconnect(String session) {
    LOG.info(
        "The connections of session {} end: {} pings in a row had no response",
        session,
        MAX_PENDING);
    context.attachments().activitiesOf(session).stream()
        .filter(EventStreamWriter.class::isInstance)
        .map(EventStreamWriter.class::cast)
        .forEach(EventStreamWriter::closeForReconnect);
  }
}
