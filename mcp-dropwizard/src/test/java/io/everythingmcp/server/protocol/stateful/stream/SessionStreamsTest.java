package io.everythingmcp.server.protocol.stateful.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.ProtocolRevision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No message remains between the log and the connection, for any order of events. */
class SessionStreamsTest {
  private static final Session SESSION =
      Session.begin(
          "s",
          "",
          Session.Channel.STREAMABLE,
          ProtocolRevision.V2025_11_25,
          new ClientInfo("test", "1", Map.of(), "2025-11-25"));

  private final FailingLogStore store = new FailingLogStore(new MemoryStore());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StreamLog log = new StreamLog(store);
  private final SessionStore sessions =
      new SessionStore(
          store,
          log,
          new SessionLimits(Duration.ofMinutes(5), 10, 10, Duration.ZERO),
          new ServerEventBus(Runnable::run));
  private final LocalActivityRegistry attachments = new LocalActivityRegistry(sessions);
  private final SessionStreams streams =
      new SessionStreams(log, attachments, Duration.ofSeconds(1));

  @BeforeEach
  void createStreams() {
    sessions.add(SESSION);
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    store.close();
  }

  private RecordingConnection openGetStream(RecordingConnection connection) {
    streams.openGetStream(SESSION, connection);
    return connection;
  }

  private void publish(String message) {
    log.appendMessage(SESSION.id(), StreamLog.UNRELATED, message);
  }

  @Test
  void newestConnectionReceivesMessages() {
    RecordingConnection older = openGetStream(RecordingConnection.alwaysWritable());
    RecordingConnection newer = openGetStream(RecordingConnection.alwaysWritable());
    publish("to the newer");
    newer.disconnect();
    publish("to the older");
    assertThat(newer.messages()).containsExactly("to the newer");
    assertThat(older.messages()).containsExactly("to the older");
  }

  @Test
  void resumedConnectionReplaysOnlyItsEvents() {
    RecordingConnection older = openGetStream(RecordingConnection.alwaysWritable());
    RecordingConnection newer = openGetStream(RecordingConnection.alwaysWritable());
    publish("newer 1");
    publish("newer 2");
    newer.disconnect();
    publish("older 1");
    RecordingConnection resumed = RecordingConnection.alwaysWritable();
    assertThat(streams.resume(SESSION, newer.ids().get(0), resumed)).isTrue();
    publish("resumed 1");
    assertThat(older.messages()).containsExactly("older 1");
    assertThat(resumed.messages()).containsExactly("newer 2", "resumed 1");
    resumed.disconnect();
    RecordingConnection again = RecordingConnection.alwaysWritable();
    assertThat(streams.resume(SESSION, older.ids().get(0), again)).isTrue();
    assertThat(older.isClosed()).isTrue();
    publish("again 1");
    assertThat(again.messages()).containsExactly("again 1");
    List<String> ids =
        Stream.of(older, newer, resumed, again).flatMap(c -> c.ids().stream()).toList();
    assertThat(ids).filteredOn(id -> !id.equals(newer.ids().get(1))).doesNotHaveDuplicates();
  }

  @Test
  void retainedMessagesGoToTheNextConnectionOnly() {
    publish("kept 1");
    publish("kept 2");
    RecordingConnection first = openGetStream(RecordingConnection.alwaysWritable());
    assertThat(first.messages()).containsExactly("kept 1", "kept 2");
    first.disconnect();
    publish("kept 3");
    RecordingConnection second = openGetStream(RecordingConnection.alwaysWritable());
    assertThat(second.messages()).containsExactly("kept 3");
    second.disconnect();
    RecordingConnection resumed = RecordingConnection.alwaysWritable();
    assertThat(streams.resume(SESSION, first.ids().get(0), resumed)).isTrue();
    assertThat(resumed.messages()).containsExactly("kept 2");
    assertThat(
            streams.resume(
                SESSION, StreamLog.UNRELATED + "_1", RecordingConnection.alwaysWritable()))
        .isFalse();
  }

  @Test
  void idsAreUniqueAfterExpiryOfTheStreamLog() {
    RecordingConnection connection = openGetStream(RecordingConnection.alwaysWritable());
    publish("1");
    publish("2");
    String id = connection.ids().get(0);
    store.logs().remove("mcp:events:s:" + id.substring(0, id.lastIndexOf('_')));
    publish("3");
    publish("4");
    assertThat(connection.messages()).containsExactly("1", "2", "3", "4");
    assertThat(connection.ids()).doesNotHaveDuplicates();
  }

  @Test
  void earlyWritableNotificationContinues() {
    RecordingConnection moody = openGetStream(RecordingConnection.randomlyFull(7));
    List<String> said = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
    said.forEach(this::publish);
    assertThat(moody.messages()).isEqualTo(said);
  }

  @Test
  void closedConnectionClaimsNothing() {
    RecordingConnection gone = RecordingConnection.alwaysWritable();
    gone.disconnect();
    openGetStream(gone);
    publish("kept");
    assertThat(gone.messages()).isEmpty();
    assertThat(openGetStream(RecordingConnection.alwaysWritable()).messages())
        .containsExactly("kept");
  }

  @Test
  void closedConnectionReleasesItsEvents() {
    RecordingConnection older = openGetStream(RecordingConnection.alwaysWritable());
    RecordingConnection gone = RecordingConnection.alwaysWritable();
    gone.disconnect();
    openGetStream(gone);
    publish("to the older");
    assertThat(older.messages()).containsExactly("to the older");
  }

  @Test
  void readIsRetriedAfterAnOutage() {
    RecordingConnection connection = openGetStream(RecordingConnection.alwaysWritable());
    store.setUnreadable(true);
    assertThatThrownBy(() -> log.claim(SESSION.id(), StreamLog.UNRELATED, "reader", 0, 1))
        .isInstanceOf(StoreUnavailableException.class);
    publish("while nothing can be read");
    store.setUnreadable(false);
    assertThat(connection.messages()).isEmpty();
    connection.triggerKeepAlive();
    assertThat(connection.messages()).containsExactly("while nothing can be read");
  }

  @Test
  void concurrentOpeningAndClosingKeepsOneActive() throws Exception {
    for (int round = 0; round < 500; round++) {
      RecordingConnection staying = openGetStream(RecordingConnection.alwaysWritable());
      List<RecordingConnection> going =
          List.of(
              openGetStream(RecordingConnection.alwaysWritable()),
              RecordingConnection.alwaysWritable(),
              RecordingConnection.alwaysWritable());
      runConcurrently(
          going.get(0)::disconnect,
          () -> openGetStream(going.get(1)).disconnect(),
          () -> openGetStream(going.get(2)),
          going.get(2)::disconnect);
      publish("round " + round);
      List<String> heard = new ArrayList<>(staying.messages());
      going.forEach(connection -> heard.addAll(connection.messages()));
      assertThat(heard).as("round " + round).containsExactly("round " + round);
      staying.disconnect();
    }
  }

  @Test
  void concurrentMessagesAreSentOnceInOrder() throws Exception {
    for (int round = 0; round < 50; round++) {
      RecordingConnection moody = openGetStream(RecordingConnection.randomlyFull(round));
      Runnable[] speakers =
          IntStream.range(0, 8)
              .<Runnable>mapToObj(
                  speaker -> () -> IntStream.range(0, 50).forEach(n -> publish(speaker + " " + n)))
              .toArray(Runnable[]::new);
      runConcurrently(speakers);
      List<String> heard = moody.messages();
      assertThat(heard).hasSize(400).doesNotHaveDuplicates();
      for (int speaker = 0; speaker < 8; speaker++) {
        String mine = speaker + " ";
        assertThat(heard.stream().filter(text -> text.startsWith(mine)))
            .isSortedAccordingTo(Comparator.comparingInt(t -> Integer.parseInt(t.substring(2))));
      }
      moody.disconnect();
    }
  }

  private void runConcurrently(Runnable... tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.length);
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Runnable task : tasks) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  start.await();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
                task.run();
              },
              threads));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
  }
}
