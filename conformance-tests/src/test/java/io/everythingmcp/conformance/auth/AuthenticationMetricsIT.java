package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each outcome of authentication, and of a request to the authorization server, is counted. */
class AuthenticationMetricsIT {
  private static final String METADATA = "/.well-known/oauth-authorization-server";
  private static final String OPERATOR = "the-token-of-the-metrics-tests";
  private static final String KEY = "a-key-of-the-metrics-tests";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with(
              "AUTH_MODE",
              "integrated",
              "AUTH_ALSO",
              "jwt, api_key",
              "JWT_SECRET",
              SignedTokens.SECRET,
              "API_KEYS",
              KEY,
              "MANAGEMENT_TOKEN",
              OPERATOR));

  private static String scrape() {
    return scrape(SERVER.process());
  }

  private static String scrape(ServerProcess server) {
    URI admin = URI.create("http://localhost:" + server.adminPort());
    return new RawClient(admin).request("GET", "/prometheus").send().text();
  }

  private static double count(ServerProcess server, String operation, String outcome) {
    String labels = "{operation=\"" + operation + "\",outcome=\"" + outcome + "\"} ";
    return scrape(server)
        .lines()
        .filter(line -> line.startsWith("mcp_server_authentications_total" + labels))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void counts(String operation, String outcome, int status, RawRequest request) {
    counts(SERVER.process(), operation, outcome, status, request);
  }

  private static void counts(
      ServerProcess server, String operation, String outcome, int status, RawRequest request) {
    double before = count(server, operation, outcome);
    RawResponse response = request.send();
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(count(server, operation, outcome)).as(outcome).isEqualTo(before + 1);
  }

  private static RawRequest listing(String header, String value) {
    RawRequest request = TokenUser.user(SERVER.client(), null).stateless("tools/list", "{}");
    return header == null ? request : request.header(header, value);
  }

  @Test
  void eachOutcomeOfARequestIsCounted() {
    String reader = SignedTokens.good(SERVER.uri(), "alice", "mcp:read");
    counts("request", "accepted", 200, listing("Authorization", "Bearer " + reader));
    counts("request", "accepted", 200, listing("X-API-Key", KEY));
    counts("request", "missing_credential", 401, listing(null, null));
    counts("request", "invalid_token", 401, listing("Authorization", "Bearer " + reader + "x"));
    counts("request", "invalid_token", 401, listing("X-API-Key", KEY + "x"));
    counts(
        "request",
        "invalid_request",
        400,
        listing("Authorization", "Bearer " + reader).header("X-API-Key", KEY));
    counts(
        "request",
        "insufficient_scope",
        403,
        TokenUser.user(SERVER.client(), reader)
            .stateless("tools/call", "{'name':'echo','arguments':{'message':'hi'}}"));
    counts(
        "request",
        "insufficient_scope",
        403,
        SERVER
            .client()
            .get("/mcp")
            .header(
                "Authorization",
                "Bearer " + SignedTokens.good(SERVER.uri(), "alice", "nothing:else")));
  }

  @ParameterizedTest
  @CsvSource({
    "/token, token, grant_type=authorization_code&client_id=unknown&code=x, 401, invalid_client",
    "/oauth/token, token, client_id=unknown&grant_type=none, 401, invalid_client",
    "/revoke, revoke, client_id=unknown&token=x, 401, invalid_client",
    "/par, par, client_id=unknown, 401, invalid_client"
  })
  void eachErrorOfTheAuthorizationServerIsCounted(
      String path, String endpoint, String form, int status, String error) {
    counts(
        endpoint,
        error,
        status,
        SERVER
            .client()
            .request("POST", path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(form.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void registrationsAreCountedByOutcome() {
    counts("register", "completed", 201, registration("https://app.example/cb"));
    counts("register", "invalid_redirect_uri", 400, registration("javascript:alert(1)"));
    counts("metadata", "completed", 200, SERVER.client().request("GET", METADATA));
  }

  private static RawRequest registration(String redirect) {
    return SERVER
        .client()
        .request("POST", "/register")
        .header("Content-Type", "application/json")
        .body(("{\"redirect_uris\":[\"" + redirect + "\"]}").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void errorPagesOfSignInAreCountedAsErrors() {
    counts(
        "authorize",
        "invalid_client",
        400,
        SERVER.client().request("GET", "/authorize?client_id=unknown"));
    String id = registration("https://app.example/cb").send().json().path("client_id").asText();
    counts(
        "authorize",
        "unsupported_response_type",
        400,
        SERVER
            .client()
            .request(
                "GET",
                "/authorize?response_type=x&client_id="
                    + id
                    + "&redirect_uri=https%3A%2F%2Fapp.example%2Fcb"));
  }

  @Test
  void errorCodesOfRedirectUrisAreNoLabels() {
    String redirect = "https://app.example/cb?error=made-up-label";
    RawResponse registered = registration(redirect).send();
    String id = registered.json().path("client_id").asText();
    SERVER
        .client()
        .request(
            "GET",
            "/authorize?client_id="
                + id
                + "&response_type=x&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Ferror%3Dmade-up-label")
        .send()
        .text();
    assertThat(scrape()).doesNotContain("made-up-label");
  }

  @Test
  void managementTokensAreCountedAndLogged() {
    int before = SERVER.process().logLines();
    counts("management", "accepted", 200, stats("Bearer " + OPERATOR));
    counts("management", "invalid_token", 401, stats("Bearer " + OPERATOR + "x"));
    counts(
        "management",
        "missing_credential",
        401,
        SERVER.client().request("GET", "/management/stats"));
    await()
        .untilAsserted(
            () ->
                assertThat(SERVER.process().logAfter(before))
                    .contains(
                        "refused reason=\"wrong management token\" path=/management/stats",
                        "refused reason=\"no management token\" path=/management/stats"));
  }

  private static RawRequest stats(String credentials) {
    return SERVER.client().request("GET", "/management/stats").header("Authorization", credentials);
  }

  @Test
  void rateLimitedManagementTokensAreCounted() {
    try (ServerProcess server =
        ServerLaunch.with("MANAGEMENT_TOKEN", OPERATOR)
            .jvm("-Ddw.limits.rate.guesses=1/1h")
            .start()) {
      for (String outcome : List.of("invalid_token", "rate_limited")) {
        counts(
            server,
            "management",
            outcome,
            outcome.equals("rate_limited") ? 429 : 401,
            server
                .client()
                .request("GET", "/management/stats")
                .header("Authorization", "Bearer wrong"));
      }
    }
  }

  @Test
  void staticTokensAreCountedWithoutRequiredAuthentication() {
    try (ServerProcess server =
        ServerLaunch.with("AUTH_MODE", "none").config("docs/demos/per-bearer.yml").start()) {
      counts(server, "request", "accepted", 200, initialize(server, "basic-token-0123456789"));
      counts(server, "request", "invalid_token", 401, initialize(server, "unknown-token-0123"));
    }
  }

  private static RawRequest initialize(ServerProcess server, String token) {
    return server
        .client()
        .post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"))
        .header("Authorization", "Bearer " + token);
  }

  @Test
  void requestsToASeparateAuthorizationServerAreCountedAndLogged() {
    int port = FreePort.find();
    ServerLaunch launch =
        ServerLaunch.with("AUTH_MODE", "separate", "AUTH_SERVER_URL", "http://localhost:" + port);
    try (ServerProcess server = launch.startAuthServer(port)) {
      int before = server.logLines();
      counts(server, "metadata", "completed", 200, server.client().request("GET", METADATA));
      counts(
          server,
          "token",
          "invalid_client",
          401,
          server
              .client()
              .request("POST", "/token")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .body("client_id=unknown&grant_type=none".getBytes(StandardCharsets.UTF_8)));
      await()
          .untilAsserted(
              () ->
                  assertThat(server.logAfter(before))
                      .contains("token refused client=unknown error=invalid_client"));
      assertThat(scrape(server)).contains("mcp_server_store_up 1.0", "jvm_memory_used_bytes");
    }
  }
}
