package io.everythingmcp.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Retained events of streams without a reader, and the senders of their responses. */
class StreamLogTest {
  private static final int MANY = 5_000;

  @AutoClose private final MemoryStore store = new MemoryStore();
  private final StreamLog log = new StreamLog(store);
  private final SessionStore sessions =
      new SessionStore(
          store,
          log,
          new SessionLimits(Duration.ofMinutes(5), 10, 10, Duration.ZERO),
          new io.everythingmcp.api.event.ServerEventBus(Runnable::run));

  private Session session(Session.Channel channel) {
    String id = io.everythingmcp.server.wire.SecureIds.random();
    Session session = Session.begin(id, "", channel, ProtocolRevision.V2024_11_05, null);
    assertThat(sessions.add(session)).isEmpty();
    return session;
  }

  @Test
  void openingAndResponsesAreRetained() {
    JsonNode first = WireJson.tree(1);
    JsonNode second = WireJson.tree("two");
    log.inFlightRequests().begin("s", "stream", first);
    log.inFlightRequests().begin("s", "stream", second);
    log.open("s", "stream", List.of(first, second));
    log.appendResponse("s", "stream", first, "me", "answer to 1");
    for (int i = 0; i < MANY; i++) {
      log.appendMessage("s", "stream", "progress " + i);
    }
    log.appendResponse("s", "stream", second, "me", "answer to two");
    List<StreamLogEntry> kept = log.read("s", "stream", 0, MANY);
    assertThat(kept).hasSize(1_000);
    assertThat(kept.get(0).requests()).containsExactly(first, second);
    assertThat(kept.get(1).text()).isEqualTo("answer to 1");
    assertThat(kept.get(999).text()).isEqualTo("answer to two");
  }

  @Test
  void oneOfSeveralSendersMayRespondAndRetry() {
    JsonNode request = WireJson.tree(7);
    log.inFlightRequests().begin("s", "stream", request);
    log.open("s", "stream", List.of(request));
    log.appendResponse("s", "stream", request, "watch", "it died");
    log.appendResponse("s", "stream", request, "zombie", "the result");
    log.appendNoResponse("s", "stream", request, "zombie");
    assertThat(log.read("s", "stream", 0, MANY))
        .extracting(StreamLogEntry::text)
        .containsExactly("[7]", "it died");
    log.inFlightRequests().begin("s", "next", request);
    log.appendResponse("s", "next", request, "zombie", "the id is used again");
    assertThat(log.read("s", "next", 0, MANY)).hasSize(1);
  }

  @Test
  void unreadSingleChannelEndsTheSession() {
    Session session = session(Session.Channel.SINGLE);
    for (int i = 0; i < 900; i++) {
      log.appendMessage(session.id(), StreamLog.UNRELATED, "message " + i);
    }
    assertThat(sessions.findById(session.id())).as("still in time").isPresent();
    for (int i = 900; i < 1_000; i++) {
      log.appendMessage(session.id(), StreamLog.UNRELATED, "message " + i);
    }
    assertThat(sessions.findById(session.id())).isEmpty();
  }

  @Test
  void readChannelsKeepTheSession() {
    Session reading = session(Session.Channel.SINGLE);
    Session streaming = session(Session.Channel.STREAMABLE);
    for (int i = 0; i < MANY; i++) {
      log.appendMessage(reading.id(), StreamLog.UNRELATED, "message " + i);
      log.claim(reading.id(), StreamLog.UNRELATED, "reader", i, 10);
      log.appendMessage(streaming.id(), StreamLog.UNRELATED, "message " + i);
    }
    assertThat(sessions.findById(reading.id())).isPresent();
    assertThat(sessions.findById(streaming.id())).isPresent();
  }
}
