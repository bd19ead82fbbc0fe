package io.everythingmcp.server.protocol.stateful.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.session.Event;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.session.Sessions;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.Revision;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line of a POST while the store comes and goes. */
class HttpLineTest {
  private static final byte[] ANSWER = "the answer".getBytes(StandardCharsets.UTF_8);

  private static final JsonNode REQUEST = Json.tree(1);

  private final FlakyStore store = new FlakyStore(new MemoryStore());
  private final EventLog log = new EventLog(store);
  private final Connection connection = Connection.quick();
  private final HttpLine line = line();

  private HttpLine line() {
    Sessions sessions =
        new Sessions(
            store,
            log,
            new SessionLimits(Duration.ofMinutes(5), 10, 10, Duration.ZERO),
            new ServerEventBus(Runnable::run));
    Session session =
        Session.begin(
            "s",
            "",
            Session.Channel.STREAMABLE,
            Revision.V2025_11_25,
            new ClientInfo("test", "1", Map.of(), "2025-11-25"));
    sessions.add(session);
    Streams streams = new Streams(log, new Attachments(sessions), Duration.ofSeconds(1));
    return new HttpLine(log, streams, session, connection, List.of(REQUEST), false);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anAnswerThatTheStoreDoesNotTakeIsSentAllTheSame() {
    line.say("a step");
    store.refusing(true);
    assertThatThrownBy(() -> line.answer(REQUEST, ANSWER))
        .as("it is tried again for whoever comes back")
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(connection.messages()).containsExactly("a step", "the answer");
    assertThat(connection.ended()).isTrue();
    store.refusing(false);
    line.answer(REQUEST, ANSWER);
    assertThat(log.read("s", line.stream(), 0, 10)).extracting(Event::text).endsWith("the answer");
    assertThat(connection.messages()).containsExactly("a step", "the answer");
  }

  @Test
  void aStreamThatCouldNotBeginBeginsWithTheNextMessage() {
    store.refusing(true);
    assertThatThrownBy(() -> line.say("lost")).isInstanceOf(StoreUnavailableException.class);
    store.refusing(false);
    line.say("a step");
    line.answer(REQUEST, ANSWER);
    assertThat(connection.messages()).containsExactly("a step", "the answer");
    assertThat(connection.ended()).isTrue();
  }

  @Test
  void nothingIsSaidAfterTheSessionHasEnded() {
    line.say("a step");
    line.end();
    line.say("too late");
    line.answer(REQUEST, ANSWER);
    assertThat(connection.messages()).containsExactly("a step");
    assertThat(connection.ended()).isTrue();
  }
}
