package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each outcome of authentication, and of a request to the authorization server, is counted. */
class AuthenticationMetricsIT {
  private static final String METADATA = "/.well-known/oauth-authorization-server";
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
              KEY));

  private static String scrape() {
    URI admin = URI.create("http://localhost:" + SERVER.process().adminPort());
    return new RawClient(admin).request("GET", "/prometheus").send().text();
  }

  private static double count(String operation, String outcome) {
    String labels = "{operation=\"" + operation + "\",outcome=\"" + outcome + "\"} ";
    return scrape()
        .lines()
        .filter(line -> line.startsWith("mcp_server_authentications_total" + labels))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static void counts(String operation, String outcome, int status, RawRequest request) {
    double before = count(operation, outcome);
    RawResponse response = request.send();
    assertThat(response.status()).as(response.toString()).isEqualTo(status);
    assertThat(count(operation, outcome)).as(outcome).isEqualTo(before + 1);
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
}
