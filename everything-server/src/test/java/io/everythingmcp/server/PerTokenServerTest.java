package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.PerTokenServer.StartedServer;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.limit.RequestRate;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.UnexpectedResponseException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One server per bearer token, with the public API. */
class PerTokenServerTest {
  private static final String READER = "reader-token-0123456789";
  private static final String WRITER = "writer-token-0123456789";

  private final PerTokenServer server = PerTokenServer.create().port(0);
  private final List<ServerEvent> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    server.stop();
  }

  private static Tool tool(String name) {
    return EverythingTools.all().stream()
        .filter(tool -> tool.definition().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ServerDefinition reader() {
    return ServerDefinition.of("Reader", "1.0.0").instructions("Read.").tools(tool("echo"));
  }

  private static ServerDefinition writer() {
    return ServerDefinition.of("Writer", "2.0.0").tools(tool("echo"), tool("add"));
  }

  private PerTokenEndpoint endpoint() {
    return new PerTokenEndpoint(server.getServerInfo().orElseThrow().url());
  }

  private void watch() {
    for (Class<? extends ServerEvent> kind :
        List.of(
            ServerEvent.Started.class,
            ServerEvent.Stopped.class,
            ServerEvent.TokenAdded.class,
            ServerEvent.TokenRemoved.class,
            ServerEvent.TokenUpdated.class,
            ServerEvent.ServerRegistered.class,
            ServerEvent.ServerRemoved.class,
            ServerEvent.ServerUpdated.class,
            ServerEvent.SessionCreated.class,
            ServerEvent.SessionEnded.class,
            ServerEvent.ToolCalled.class)) {
      server.on(kind, seen::add);
    }
  }

  private <E extends ServerEvent> E event(Class<E> kind) {
    await().until(() -> seen(kind).size() == 1);
    return seen(kind).get(0);
  }

  private <E extends ServerEvent> List<E> seen(Class<E> kind) {
    return List.copyOf(seen).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void matchesTheReadme() {
    watch();
    StartedServer info = server.addToken(READER, PerTokenServerTest::reader).start();

    assertThat(info.port()).isPositive();
    assertThat(info.url()).isEqualTo("http://127.0.0.1:" + info.port() + "/mcp");
    assertThat(info.endpoint()).isEqualTo("/mcp");
    assertThat(server.isRunning()).isTrue();
    assertThat(server.getServerInfo()).contains(info);
    assertThat(event(ServerEvent.Started.class).port()).isEqualTo(info.port());
    assertThat(event(ServerEvent.TokenAdded.class).token()).isEqualTo("reader-t");

    McpTestClient reader = endpoint().connect(READER);
    assertThat(PerTokenEndpoint.name(reader)).isEqualTo("Reader 1.0.0");
    assertThat(event(ServerEvent.ServerRegistered.class).serverName()).isEqualTo("Reader");
    assertThat(event(ServerEvent.SessionCreated.class).token()).isEqualTo("reader-t");
    assertThat(reader.toolNames()).containsExactly("echo");
    assertThat(reader.callTool("echo", Map.of("message", "hello")).text()).contains("hello");
    ServerEvent.ToolCalled called = event(ServerEvent.ToolCalled.class);
    assertThat(called.toolName()).isEqualTo("echo");
    assertThat(called.token()).isEqualTo("reader-t");
    assertThat(called.success()).isTrue();

    assertThat(server.getStats().registeredTokens()).isEqualTo(1);
    assertThat(server.getStats().activeServers()).isEqualTo(1);
    assertThat(server.getStats().activeSessions()).isEqualTo(1);
    assertThat(server.getStats().uptime()).isPositive();

    server.updateToken(READER, PerTokenServerTest::writer);
    assertThat(event(ServerEvent.TokenUpdated.class).token()).isEqualTo("reader-t");
    assertThat(event(ServerEvent.ServerUpdated.class).serverName()).isEqualTo("Writer");
    assertThat(reader.toolNames()).as("in the same session").containsExactly("echo", "add");

    server.removeToken(READER);
    assertThat(server.hasToken(READER)).isFalse();
    assertThat(event(ServerEvent.TokenRemoved.class).token()).isEqualTo("reader-t");
    assertThat(event(ServerEvent.ServerRemoved.class).hadActiveSessions()).isTrue();
    assertThat(event(ServerEvent.SessionEnded.class).reason()).isEqualTo("removed");
    assertThat(endpoint().rejection(READER).status()).isEqualTo(401);

    server.stop();
    assertThat(event(ServerEvent.Stopped.class)).isNotNull();
    assertThat(server.isRunning()).isFalse();
    assertThat(server.getServerInfo()).isEmpty();
  }

  @Test
  void startsWithoutTokens() {
    server.start();
    assertThat(endpoint().rejection(READER).status()).isEqualTo(401);
    McpTestClient.Builder anonymous = McpTestClient.builder(URI.create(endpoint().url()));
    assertThat(PerTokenEndpoint.rejection(anonymous).status()).isEqualTo(401);
    server.addToken(READER, PerTokenServerTest::reader);
    assertThat(endpoint().serverFor(READER)).isEqualTo("Reader 1.0.0");
    assertThat(server.getTokens()).containsExactly("reader-t");
    assertThat(server.hasToken(READER)).isTrue();
  }

  @Test
  void definitionIsRequestedLazilyAndOnce() {
    AtomicInteger asked = new AtomicInteger();
    server
        .addToken(
            READER,
            () -> {
              asked.incrementAndGet();
              return reader();
            })
        .start();
    assertThat(asked).hasValue(0);
    endpoint().serverFor(READER);
    endpoint().serverFor(READER);
    assertThat(asked).hasValue(1);
  }

  @Test
  void tokensAreIsolated() {
    server
        .addToken(READER, PerTokenServerTest::reader)
        .addToken(WRITER, PerTokenServerTest::writer)
        .start();
    McpTestClient reader = endpoint().connect(READER);
    McpTestClient writer = endpoint().connect(WRITER);
    assertThat(PerTokenEndpoint.name(reader)).isEqualTo("Reader 1.0.0");
    assertThat(PerTokenEndpoint.name(writer)).isEqualTo("Writer 2.0.0");
    assertThat(reader.toolNames()).containsExactly("echo");
    assertThat(writer.toolNames()).containsExactly("echo", "add");
    McpTestClient attacker =
        endpoint().client(WRITER).session(reader.sessionId().orElseThrow()).connect();
    assertThatThrownBy(attacker::toolNames)
        .isInstanceOfSatisfying(
            UnexpectedResponseException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void stopsAndStartsAgain() {
    server.addToken(READER, PerTokenServerTest::reader).start();
    server.stop();
    server.stop();
    server.start();
    assertThat(endpoint().serverFor(READER)).isEqualTo("Reader 1.0.0");
  }

  @Test
  void servesAnotherPath() {
    server.endpoint("/api/v1").addToken(READER, PerTokenServerTest::reader);
    StartedServer info = server.start();
    assertThat(info.url()).isEqualTo("http://127.0.0.1:" + info.port() + "/api/v1");
    assertThat(info.endpoint()).isEqualTo("/api/v1");
    assertThat(endpoint().serverFor(READER)).isEqualTo("Reader 1.0.0");
  }

  @Test
  void errorsAreReported() {
    server.addToken(READER, PerTokenServerTest::reader);
    assertThatThrownBy(() -> server.addToken(READER, PerTokenServerTest::reader))
        .hasMessageContaining("updateToken");
    assertThatThrownBy(() -> server.addToken("short", PerTokenServerTest::reader))
        .hasMessageContaining("at least 16");
    assertThatThrownBy(() -> server.updateToken(WRITER, PerTokenServerTest::writer))
        .hasMessageContaining("addToken");
    assertThatThrownBy(() -> server.port(70_000)).hasMessageContaining("0 to 65535");
    assertThatThrownBy(() -> server.endpoint("/rpc/"))
        .hasMessageContaining("without a trailing slash");
    StartedServer info = server.start();
    assertThatThrownBy(server::start).hasMessageContaining("already running");
    try (PerTokenServer second = PerTokenServer.create().port(info.port())) {
      assertThatThrownBy(second::start).hasMessageContaining(":" + info.port());
      assertThat(second.isRunning()).isFalse();
    }
  }

  @Test
  void failingDefinitionAffectsNoOtherToken() {
    server
        .addToken(READER, PerTokenServerTest::reader)
        .addToken(
            WRITER,
            () -> {
              throw new IllegalStateException("no database");
            })
        .start();
    UnexpectedResponseException rejection = endpoint().rejection(WRITER);
    assertThat(rejection.status()).isEqualTo(500);
    assertThat(rejection.response()).contains("jsonrpc").doesNotContain("no database", "at io.");
    assertThat(endpoint().serverFor(READER)).isEqualTo("Reader 1.0.0");
    server.updateToken(WRITER, PerTokenServerTest::writer);
    assertThat(endpoint().serverFor(WRITER)).isEqualTo("Writer 2.0.0");
  }

  @Test
  void thousandTokensChangeUnderLoad() throws Exception {
    // A removed token counts as a guess: one address may not send a thousand of them.
    server
        .configure(configuration -> configuration.getLimits().getRate().setGuesses(RequestRate.OFF))
        .addToken(READER, PerTokenServerTest::reader)
        .start();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    AtomicInteger calls = new AtomicInteger();
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int part = 0; part < 3; part++) {
        int first = part;
        all.add(pool.submit(() -> addAndRemoveTokens(first)));
      }
      all.add(
          pool.submit(
              () -> {
                McpTestClient reader = endpoint().connect(READER);
                while (all.stream().limit(3).anyMatch(churn -> !churn.isDone())) {
                  assertThat(reader.callTool("echo", Map.of("message", "still here")).text())
                      .contains("still here");
                  calls.incrementAndGet();
                }
              }));
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(calls.get()).isPositive();
    assertThat(server.getTokens()).containsExactly("reader-t");
    assertThat(server.getStats().registeredTokens()).isEqualTo(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(server.getStats().activeServers()).isEqualTo(1);
              assertThat(server.getStats().activeSessions()).isEqualTo(1);
            });
  }

  private void addAndRemoveTokens(int first) {
    for (int i = first; i < 1_000; i += 3) {
      String name = "Visitor " + i;
      String token = "visitor-token-0123456789-" + i;
      server.addToken(token, () -> ServerDefinition.of(name, "1").tools(tool("echo")));
      McpTestClient visitor = endpoint().connect(token);
      assertThat(PerTokenEndpoint.name(visitor)).isEqualTo(name + " 1");
      server.removeToken(token);
      assertThat(endpoint().rejection(token).status()).isEqualTo(401);
    }
  }
}
