package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits, and the errors when they are exceeded. */
class LimitsIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          "MAX_REQUEST_SIZE", "64KiB",
          "MAX_OUTPUT_SIZE", "32KiB",
          "REQUEST_TIMEOUT", "1s",
          "KEEP_ALIVE", "200ms",
          "BODY_TIME", "5s");

  private static RawRequest echo(McpSession session, int length) {
    return session.post(
        JsonRpcMessages.call(1, "echo", "{'message':'" + "x".repeat(length) + "'}"));
  }

  @Test
  void tooLongBodyIsRejected() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    ErrorResponse.check(echo(session, 70_000).send(), 413, -32600);
    byte[] body = "x".repeat(70_000).getBytes(StandardCharsets.UTF_8);
    ErrorResponse.check(session.post("").chunked(body).send(), 413, -32600);
    assertThat(echo(session, 10).send().status()).isEqualTo(200);
  }

  @Test
  void bodyWithoutLengthIsReadToItsEnd() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    byte[] body =
        JsonRpcMessages.call(1, "echo", "{'message':'hi'}")
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    assertThat(session.post("").chunked(body).send().text()).contains("Echo: hi");
  }

  @Test
  void tooLongResultIsAnError() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    JsonNode error = ErrorResponse.check(echo(session, 40_000).send(), 200, -32603);
    assertThat(error.path("message").asText()).contains("maxOutputSize");
    assertThat(echo(session, 20_000).send().json().has("result")).isTrue();
  }

  @Test
  void longRequestTimesOut() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    JsonNode answer = session.call("failOnPurpose", "{'kind':'timeout'}");
    assertThat(answer.path("error").path("code").asInt()).as(answer.toString()).isEqualTo(-32603);
    assertThat(answer.path("error").path("message").asText()).contains("requestTimeout");
  }

  @Test
  void idleSessionExpiresAndConnectedOneDoesNot() {
    try (ServerProcess server = ServerLaunch.with("SESSION_TIMEOUT", "2s").start()) {
      McpSession listening = McpSession.open(server.client(), LATEST);
      SseStream stream = listening.listen();
      SseStream single = server.client().get("/sse").send().events();
      String address = single.next().data();
      server.client().post(address, JsonRpcMessages.initialize("2024-11-05", "{}")).send();
      McpSession asked = McpSession.open(server.client(), LATEST, "{'elicitation':{}}");
      SseStream inputRequest =
          asked.post(JsonRpcMessages.call(1, "elicitInputs", "{}")).send().events();
      McpSession waiting = McpSession.open(server.client(), LATEST, "{'elicitation':{}}");
      SseStream task = waiting.post(taskResult(waiting)).send().events();
      task.message();
      McpSession quiet = McpSession.open(server.client(), LATEST);
      CompletableFuture<RawResponse> answer =
          quiet
              .post(JsonRpcMessages.call(1, "longRunningOperation", "{'duration':7,'steps':1}"))
              .sendAsync();
      McpSession talking = McpSession.open(server.client(), LATEST);
      SseStream progress = talking.post(JsonRpcMessages.steps(1, 7, 1)).send().events();
      // A lookup extends a session, so each one is looked up only once.
      Deque<McpSession> unused = new ArrayDeque<>();
      for (int i = 0; i < 60; i++) {
        unused.add(McpSession.open(server.client(), LATEST));
      }
      assertThat(ping(unused.removeLast())).isEqualTo(200);
      await().pollInterval(Duration.ofMillis(100)).until(() -> ping(unused.pop()) == 404);
      assertThat(answer.join().reply().has("result")).isTrue();
      assertThat(progress.rest()).hasSize(3);
      assertThat(inputRequest.message().path("method").asText()).isEqualTo("elicitation/create");
      assertThat(Stream.of(listening, asked, waiting).map(LimitsIT::ping)).containsOnly(200);
      server.client().post(address, JsonRpcMessages.request(7, "ping")).send();
      single.message(message -> message.path("id").asInt() == 7);
      listening.delete().send();
      assertThat(stream.rest()).isEmpty();
    }
  }

  private static JsonNode taskResult(McpSession session) {
    ObjectNode call = JsonRpcMessages.call(1, "elicitInputs", "{}");
    ((ObjectNode) call.get("params")).putObject("task");
    JsonNode task = session.post(call).send().reply().path("result").path("task");
    return JsonRpcMessages.request(
        2, "tasks/result", "{'taskId':'" + task.path("taskId").asText() + "'}");
  }

  @Test
  void clientWithoutPingResponseIsDisconnectedAndKeepsItsSession() {
    try (ServerProcess server =
        ServerLaunch.with("SESSION_PING", "300ms", "SESSION_TIMEOUT", "1m").start()) {
      McpSession deaf = McpSession.open(server.client(), LATEST);
      SseStream working = deaf.post(JsonRpcMessages.steps(1, 60, 60)).send().events();
      working.nextWithMessage();
      SseStream older = deaf.listen();
      SseStream listening = deaf.listen();
      SseStream single = server.client().get("/sse").send().events();
      String address = single.next().data();
      server.client().post(address, JsonRpcMessages.initialize("2024-11-05", "{}")).send();
      server
          .client()
          .post(address, JsonRpcMessages.notification("notifications/initialized"))
          .send();

      McpSession lively = McpSession.open(server.client(), LATEST);
      SseStream answering = lively.listen();
      List<Integer> answered = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        JsonNode id = answering.message().get("id");
        assertThat(id.isInt()).as(id.toString()).isTrue();
        answered.add(id.asInt());
        // An id of another type, or one that was never sent, is not the id of a ping.
        ObjectNode wrong = JsonRpcMessages.result(JsonTrees.tree(id.asText()), "{}");
        deaf.post(wrong).send();
        deaf.post(JsonRpcMessages.result(JsonTrees.tree(999), "{}")).send();
        lively.post(JsonRpcMessages.result(id, "{}")).send();
      }
      assertThat(answered).containsExactly(1, 2, 3, 4, 5, 6);
      // A ping is sent to the newest stream; a slow machine may send one before the second stream
      // is open.
      List<JsonNode> pings = new ArrayList<>(messages(older));
      pings.addAll(messages(listening));
      assertThat(pings).extracting(m -> m.get("id").asText()).containsExactly("1", "2", "3");
      assertThat(messages(working)).noneMatch(message -> message.has("id"));
      assertThat(messages(single)).filteredOn(m -> m.has("method")).hasSize(3);
      assertThat(ping(deaf)).isEqualTo(200);
      assertThat(answering.endsWithin(Duration.ofMillis(1))).isFalse();
    }
  }

  private static List<JsonNode> messages(SseStream stream) {
    return stream.rest().stream().filter(SseEvent::hasMessage).map(SseEvent::json).toList();
  }

  private static int ping(McpSession session) {
    return session.post(JsonRpcMessages.request(1, "ping")).send().status();
  }

  @Test
  void sessionsAreLimited() {
    try (ServerProcess server = ServerLaunch.with("MAX_SESSIONS", "2").start()) {
      McpSession one = McpSession.open(server.client(), LATEST);
      McpSession two = McpSession.open(server.client(), LATEST);
      RawResponse full =
          server.client().post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send();
      ErrorResponse.check(full, 503, -32000);
      assertThat(full.json().path("id").asText()).isEqualTo("init");
      assertThat(full.header("Retry-After")).matches("\\d+");
      assertThat(full.header("Mcp-Session-Id")).isNull();
      RawResponse alsoFull = server.client().get("/sse").send();
      ErrorResponse.check(alsoFull, 503, -32000);
      assertThat(ping(two)).isEqualTo(200);
      one.delete().send();
      assertThat(ping(McpSession.open(server.client(), LATEST))).isEqualTo(200);
    }
  }

  @Test
  void sessionsPerCallerAreLimited() {
    String greedy = "a-key-of-a-greedy-caller";
    String modest = "a-key-of-a-modest-caller";
    try (ServerProcess server =
        ServerLaunch.with(
                "AUTH_MODE", "api_key",
                "API_KEYS", greedy + "," + modest,
                "MAX_SESSIONS_PER_CALLER", "2")
            .start()) {
      RawClient one = server.client().with(Map.of("X-API-Key", greedy));
      McpSession first = McpSession.open(one, LATEST);
      McpSession.open(one, LATEST);
      RawResponse full = one.post("/mcp", JsonRpcMessages.initialize(LATEST, "{}")).send();
      ErrorResponse.check(full, 503, -32000);
      assertThat(full.text()).contains("mcp.sessions.maxPerCaller", "DELETE");
      assertThat(full.header("Retry-After")).matches("\\d+");
      RawClient other = server.client().with(Map.of("X-API-Key", modest));
      assertThat(ping(McpSession.open(other, LATEST))).isEqualTo(200);
      first.delete().send();
      assertThat(ping(McpSession.open(one, LATEST))).isEqualTo(200);
    }
  }

  @Test
  void tooLongHeadersAreRejected() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    RawRequest request = session.post(JsonRpcMessages.request(1, "ping"));
    assertThat(request.header("X-Long", "x".repeat(14_000)).send().status()).isEqualTo(200);
    JsonNode error =
        ErrorResponse.check(request.header("X-Long", "x".repeat(17_000)).send(), 431, -32600);
    assertThat(error.path("message").asText()).contains("maxRequestHeaderSize");
  }

  /** The server waits for five seconds, even if bytes arrive continuously. */
  @ParameterizedTest
  @CsvSource({"1, 408", "1000, 200"})
  void slowBodyTimesOut(int bytesAtOnce, int status) throws IOException {
    String padding = " ".repeat(4_000);
    String body = JsonRpcMessages.initialize(LATEST, "{}").toString() + padding;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SERVER.process().port())) {
      socket.setSoTimeout(200);
      String head =
          "POST /mcp HTTP/1.1\r\nHost: localhost:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nAccept: application/json, text/event-stream\r\n\r\n"
              .formatted(SERVER.process().port(), body.length());
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      String answer = "";
      for (int sent = 0; answer.isEmpty(); sent += bytesAtOnce) {
        assertThat(sent)
            .as("there was no response to the complete body")
            .isLessThan(body.length() * 4);
        if (sent < body.length()) {
          String part = body.substring(sent, Math.min(sent + bytesAtOnce, body.length()));
          socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
        }
        answer = readAll(socket);
      }
      assertThat(answer).startsWith("HTTP/1.1 " + status);
      if (status == 408) {
        assertThat(answer).contains("edge.bodyTime");
      }
    }
  }

  private static String readAll(Socket socket) throws IOException {
    try {
      byte[] buffer = new byte[4_096];
      int read = socket.getInputStream().read(buffer);
      return new String(buffer, 0, read, StandardCharsets.UTF_8);
    } catch (SocketTimeoutException e) {
      return "";
    }
  }
}
