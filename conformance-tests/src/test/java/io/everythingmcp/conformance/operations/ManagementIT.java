package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Management methods, and their access control. */
class ManagementIT {
  private static final String LATEST = "2025-11-25";

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("MANAGEMENT_TOKEN", ManagementClient.TOKEN);

  @RegisterExtension static final SharedServer CLOSED = SharedServer.with();

  private static ManagementClient operator() {
    return new ManagementClient(SERVER.client());
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/sessions",
    "GET,/sessions/count",
    "DELETE,/sessions/x",
    "DELETE,/users/u/sessions",
    "POST,/cleanup",
    "GET,/events",
    "GET,/stats",
    "PUT,/log-level",
    "POST,/keys/rotate",
    "GET,/nothing"
  })
  void withoutATokenNothingIsFound(String method, String path) {
    RawResponse refused = SERVER.client().request(method, "/management" + path).send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":\"unauthorized\",\"message\":\"Invalid or missing management token\"}");
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");

    RawResponse off = new ManagementClient(CLOSED.client()).request(method, path).send();
    assertThat(off.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer wrong-token-of-another",
        "Basic dGhlLXRva2Vu",
        "the-token-of-the-operators",
        "Bearer the-token-of-the-operatorss",
        "Bearer the-token-of-the-operator"
      })
  void wrongTokenIsRejectedAndNotLogged(String credentials) {
    int before = SERVER.process().logLines();
    RawResponse refused =
        SERVER
            .client()
            .request("GET", "/management/stats")
            .header("Authorization", credentials)
            .send();
    assertThat(refused.status()).isEqualTo(401);
    await()
        .untilAsserted(
            () ->
                assertThat(SERVER.process().logAfter(before))
                    .contains("refused reason=\"wrong management token\" path=/management/stats"));
    assertThat(SERVER.process().logAfter(before)).doesNotContain("token-of");
  }

  @Test
  void tokenInTheQueryIsIgnored() {
    String path = "/management/stats?access_token=" + ManagementClient.TOKEN;
    assertThat(SERVER.client().request("GET", path).send().status()).isEqualTo(401);
    assertThat(operator().request("GET", "/stats").send().status()).isEqualTo(200);
  }

  @Test
  void sessionsAreListedCountedAndEnded() {
    long before = operator().get("/sessions/count").path("count").asLong();
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    assertThat(operator().get("/sessions/count").path("count").asLong()).isEqualTo(before + 1);

    JsonNode seen = find(session.id());
    assertThat(seen.path("revision").asText()).isEqualTo(LATEST);
    assertThat(seen.path("channel").asText()).isEqualTo("streamable-http");
    assertThat(seen.path("client").asText()).isEqualTo("conformance-tests 1");
    assertThat(seen.path("ready").asBoolean()).isTrue();
    assertThat(seen.path("idleSeconds").asLong()).isLessThan(60);

    SseStream listening = session.listen();
    assertThat(operator().send("DELETE", "/sessions/" + session.id(), "").status()).isEqualTo(204);
    assertThat(listening.rest()).isEmpty();
    assertThat(session.post(JsonRpcMessages.request(1, "ping")).send().status()).isEqualTo(404);
    assertThat(operator().send("DELETE", "/sessions/" + session.id(), "").status()).isEqualTo(404);
  }

  private static JsonNode find(String id) {
    for (JsonNode session : operator().get("/sessions?limit=1000").path("sessions")) {
      if (session.path("id").asText().equals(id)) {
        return session;
      }
    }
    throw new AssertionError("The session is not listed");
  }

  @Test
  void listIsPaginated() {
    McpSession.open(SERVER.client(), LATEST);
    McpSession.open(SERVER.client(), LATEST);
    JsonNode first = operator().get("/sessions?limit=1");
    JsonNode second = operator().get("/sessions?limit=1&after=" + first.path("next").asText());
    assertThat(first.path("sessions")).hasSize(1);
    assertThat(second.path("sessions").get(0).path("id").asText())
        .isGreaterThan(first.path("sessions").get(0).path("id").asText());
    assertThat(operator().request("GET", "/sessions?limit=0").send().status()).isEqualTo(400);
  }

  @Test
  void userWithoutSessionsEndsNoSessions() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    RawResponse ended = operator().send("DELETE", "/users/unknown-id/sessions", "");
    assertThat(ended.json().path("ended").asInt()).isZero();
    assertThat(session.post(JsonRpcMessages.request(1, "ping")).send().status()).isEqualTo(200);
  }

  @Test
  void cleanupKeepsSessionsInUse() {
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    JsonNode usual = operator().send("POST", "/cleanup", "").json();
    assertThat(usual.path("success").asBoolean()).isTrue();
    assertThat(usual.path("inactivityTimeoutMs").asLong()).isEqualTo(300_000);
    assertThat(usual.path("timestamp").asText()).matches("\\d{4}-.*T.*Z");
    assertThat(session.post(JsonRpcMessages.request(1, "ping")).send().status()).isEqualTo(200);

    JsonNode all = operator().send("POST", "/cleanup", "{\"inactivityTimeoutMs\":1}").json();
    assertThat(all.path("sessionsCleanedUp").asInt()).isPositive();
    assertThat(session.post(JsonRpcMessages.request(1, "ping")).send().status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "\"5\"", "null", "[]"})
  void invalidTimeIsRejected(String value) {
    RawResponse refused =
        operator().send("POST", "/cleanup", "{\"inactivityTimeoutMs\":" + value + "}");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            "{\"error\":\"invalid_request\",\"message\":\"inactivityTimeoutMs must be a positive"
                + " number\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"level\":\"LOUD\"}",
        "{}",
        "{\"level\":\"INFO\",\"logger\":\"a b\"}"
      })
  void invalidLevelIsRejected(String body) {
    RawResponse refused = operator().send("PUT", "/log-level", body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void logLevelIsSet() {
    String logger = "io.everythingmcp.server.event";
    String body = "{\"level\":\"debug\",\"logger\":\"" + logger + "\"}";
    assertThat(operator().send("PUT", "/log-level", body).json().path("level").asText())
        .isEqualTo("DEBUG");
    int before = SERVER.process().logLines();
    McpSession session = McpSession.open(SERVER.client(), LATEST);
    await()
        .untilAsserted(
            () ->
                assertThat(SERVER.process().logAfter(before))
                    .contains("sessionCreated sessionId=" + session.id().substring(0, 8) + "..."));
    assertThat(SERVER.process().logAfter(before)).doesNotContain(session.id());
    operator().send("PUT", "/log-level", body.replace("debug", "info"));
    assertThat(operator().get("/log-level").path("level").asText()).isEqualTo("INFO");
  }

  @Test
  void keysAreRotated() {
    JsonNode rotated = operator().send("POST", "/keys/rotate", "").json().path("rotated");
    assertThat(rotated.toString()).contains("requestState");
  }

  @Test
  void statsHaveTheDocumentedFields() {
    JsonNode stats = operator().get("/stats");
    assertThat(stats.path("activeSessions").isIntegralNumber()).isTrue();
    assertThat(stats.path("uptime").asLong()).isPositive();
    assertThat(stats.path("heapBytes").asLong()).isPositive();
  }
}
