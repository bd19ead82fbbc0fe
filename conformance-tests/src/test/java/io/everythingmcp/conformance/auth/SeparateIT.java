package io.everythingmcp.conformance.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Separate authorization server that becomes unavailable and recovers. */
class SeparateIT {
  private static final int PORT = FreePort.find();
  private static final String ISSUER = "http://localhost:" + PORT;
  private static final String DOCUMENT = "/.well-known/oauth-authorization-server";

  private static ServerProcess server;
  private WireMockServer authServer;

  @BeforeAll
  static void start() {
    server = ServerLaunch.with("AUTH_MODE", "separate", "AUTH_SERVER_URL", ISSUER).start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private void open() {
    authServer = new WireMockServer(wireMockConfig().port(PORT));
    authServer.stubFor(get(DOCUMENT).willReturn(okJson("{\"issuer\":\"" + ISSUER + "\"}")));
    authServer.stubFor(post("/introspect").willReturn(okJson("{\"active\":false}")));
    authServer.stubFor(
        post("/introspect")
            .withBasicAuth("everything-server", "development-only")
            .withRequestBody(containing("token=of-alice"))
            .willReturn(
                okJson(
                    "{\"active\":true,\"sub\":\"alice\",\"scope\":\"mcp:read mcp:write\",\"aud\":\""
                        + server.uri()
                        + "/mcp\"}")));
    authServer.start();
  }

  @AfterEach
  void close() {
    if (authServer != null) {
      authServer.stop();
    }
  }

  private static RawResponse initialize(String token) {
    return TokenUser.user(server.client(), token)
        .authenticated(server.client().post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}")))
        .send();
  }

  private static String firstPage() {
    return server.client().request("GET", "/").header("Accept", "text/html").send().text();
  }

  private static String health() {
    return server.client().request("GET", "/health").send().json().path("status").asText();
  }

  private static void until(String health) {
    await().until(() -> health().equals(health));
  }

  private static void assertUnavailable(RawResponse refused, boolean withId) {
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isNotNull();
    JsonNode body = refused.json();
    assertThat(body.has("id")).isEqualTo(withId);
    assertThat(body.path("error").path("data").path("authServerUrl").asText()).isEqualTo(ISSUER);
    assertThat(body.path("error").path("data").path("hint").asText()).contains("AUTH_SERVER_URL");
  }

  @Test
  void serverSurvivesOutageOfAuthorizationServer() {
    until("degraded");
    JsonNode health = server.client().request("GET", "/health").send().json();
    assertThat(health.path("services").path("auth").asText()).isEqualTo("unavailable");
    assertThat(health.path("authServerUrl").asText()).isEqualTo(ISSUER);
    assertUnavailable(initialize("of-alice"), true);
    assertUnavailable(initialize(null), true);
    assertUnavailable(server.client().get("/mcp").send(), false);
    assertUnavailable(
        server.client().post("/mcp", "[" + JsonRpcMessages.request(1, "ping") + "]").send(), false);
    RawResponse document = server.client().request("GET", DOCUMENT).send();
    assertThat(document.status()).isEqualTo(503);
    assertThat(document.json().path("error").asText()).isEqualTo("service_unavailable");
    assertThat(firstPage()).contains("Login is unavailable", ISSUER);

    open();
    until("healthy");
    // On a slow machine it can be reported unavailable once more until the next probe.
    await().until(() -> initialize("of-alice").status() == 200);
    await().until(() -> initialize("unknown").status() == 401);
    await().until(() -> initialize(null).status() == 401);
    RawResponse copy = server.client().request("GET", DOCUMENT).send();
    assertThat(copy.json().path("issuer").asText()).isEqualTo(ISSUER);
    assertThat(copy.header("Access-Control-Allow-Origin")).isEqualTo("*");
    await().until(() -> !firstPage().contains("Login is unavailable"));

    authServer.stop();
    until("degraded");
    assertUnavailable(initialize("another"), true);
  }

  @Test
  void slowAuthorizationServerDoesNotBlockRequests() {
    open();
    until("healthy");
    authServer.stubFor(post("/introspect").willReturn(aResponse().withFixedDelay(20_000)));
    long begin = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      assertUnavailable(initialize("slow-" + i), true);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    assertThat(server.client().request("GET", "/health").send().status()).isEqualTo(200);
  }

  @Test
  void rejectedServerCredentialsAreReported() {
    open();
    until("healthy");
    authServer.stubFor(post("/introspect").willReturn(aResponse().withStatus(401)));
    RawResponse refused = initialize("of-bob");
    assertUnavailable(refused, true);
    assertThat(refused.text())
        .contains("INTROSPECTION_CLIENT_SECRET")
        .doesNotContain("development-only");
  }
}
