package io.everythingmcp.server.protocol.stateful.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.session.StreamLogEntry;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The response stream of a POST during outages of the store. */
class HttpResponseStreamTest {
  private static final byte[] ANSWER = "the answer".getBytes(StandardCharsets.UTF_8);

  private static final JsonNode REQUEST = WireJson.tree(1);

  private final FailingLogStore store = new FailingLogStore(new MemoryStore());
  private final StreamLog log = new StreamLog(store);
  private final RecordingConnection connection = RecordingConnection.alwaysWritable();
  private final HttpResponseStream line = line();

  private HttpResponseStream line() {
    SessionStore sessions =
        new SessionStore(
            store,
            log,
            new SessionLimits(Duration.ofMinutes(5), 10, 10, Duration.ZERO),
            new ServerEventBus(Runnable::run));
    Session session =
        Session.begin(
            "s",
            "",
            Session.Channel.STREAMABLE,
            ProtocolRevision.V2025_11_25,
            new ClientInfo("test", "1", Map.of(), "2025-11-25"));
    sessions.add(session);
    SessionStreams streams =
        new SessionStreams(log, new LocalActivityRegistry(sessions), Duration.ofSeconds(1));
    return new HttpResponseStream(log, streams, session, connection, List.of(REQUEST), false);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void responseIsSentDuringAStoreOutage() {
    line.send("a step");
    store.setReadOnly(true);
    assertThatThrownBy(() -> line.sendResponse(REQUEST, ANSWER))
        .as("it is logged again for resumption")
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(connection.messages()).containsExactly("a step", "the answer");
    assertThat(connection.isClosed()).isTrue();
    store.setReadOnly(false);
    line.sendResponse(REQUEST, ANSWER);
    assertThat(log.read("s", line.stream(), 0, 10))
        .extracting(StreamLogEntry::text)
        .endsWith("the answer");
    assertThat(connection.messages()).containsExactly("a step", "the answer");
  }

  @Test
  void streamIsOpenedByALaterMessage() {
    store.setReadOnly(true);
    assertThatThrownBy(() -> line.send("lost")).isInstanceOf(StoreUnavailableException.class);
    store.setReadOnly(false);
    line.send("a step");
    line.sendResponse(REQUEST, ANSWER);
    assertThat(connection.messages()).containsExactly("a step", "the answer");
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void nothingIsSentAfterTheSessionHasEnded() {
    line.send("a step");
    line.end();
    line.send("too late");
    line.sendResponse(REQUEST, ANSWER);
    assertThat(connection.messages()).containsExactly("a step");
    assertThat(connection.isClosed()).isTrue();
  }
}
