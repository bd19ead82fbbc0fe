package io.everythingmcp.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Limits per address, which leave capacity to other addresses. The test is a trusted proxy, so that
 * it can use many addresses.
 */
class PerAddressLimitIT {
  private static final String TOKEN = "a-token-of-the-operators";
  private static final int ENOUGH = 3_000;

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with(
                  "AUTH_MODE", "integrated",
                  "AUTH_ALSO", "api_key",
                  "API_KEYS", "a-key-of-the-tests",
                  "MANAGEMENT_TOKEN", TOKEN,
                  "TRUSTED_PROXIES", "127.0.0.1, ::1")
              .jvm(
                  "-Ddw.auth.server.metadataDocuments.loopback=on",
                  "-Ddw.auth.server.metadataDocuments.timeout=20s"));

  private static RawRequest from(String address, String method, String path) {
    return SERVER.client().request(method, path).header("X-Forwarded-For", address);
  }

  /** Repeats a request until it is rejected by the rate limit; returns all statuses. */
  private static Set<Integer> untilRefused(RawRequest request) {
    Set<Integer> seen = new TreeSet<>();
    for (int i = 0; i < ENOUGH && !seen.contains(429); i++) {
      RawResponse response = request.send();
      seen.add(response.status());
      if (response.status() == 429) {
        assertThat(response.header("Retry-After")).matches("\\d+");
      }
    }
    return seen;
  }

  @Test
  void failuresBeforeLoginDoNotBlockLogins() {
    RawRequest wrong = from("192.0.2.1", "GET", "/authorize?client_id=x");
    assertThat(untilRefused(wrong)).containsExactly(400, 429);
    assertThat(from("192.0.2.1", "GET", "/login?page=/elicitation/x").send().status())
        .isEqualTo(303);
    assertThat(from("192.0.2.2", "GET", "/authorize?client_id=x").send().status()).isEqualTo(400);
  }

  @Test
  void loginPagesAreRateLimited() {
    assertThat(untilRefused(from("192.0.2.3", "GET", "/login?page=/elicitation/x"))).contains(429);
    assertThat(from("192.0.2.4", "GET", "/login?page=/elicitation/x").send().status())
        .isEqualTo(303);
  }

  @Test
  void ipv6NetworkIsOneAddress() {
    assertThat(untilRefused(from("2001:db8::1", "GET", "/authorize?client_id=x"))).contains(429);
    assertThat(untilRefused(from("2001:db8::ffff:2", "GET", "/authorize?client_id=x")))
        .contains(429);
    assertThat(from("2001:db8:0:1::1", "GET", "/authorize?client_id=x").send().status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /management/stats, Authorization, Bearer wrong, Bearer a-token-of-the-operators",
    "POST, /introspect, Authorization, Basic ZXZlcnl0aGluZy1zZXJ2ZXI6d3Jvbmc=, Basic"
        + " ZXZlcnl0aGluZy1zZXJ2ZXI6ZGV2ZWxvcG1lbnQtb25seQ==",
    "GET, /mcp, X-API-Key, wrong, a-key-of-the-tests",
    "GET, /mcp, Authorization, Bearer wrong, Bearer wrong",
  })
  void credentialGuessesAreLimited(
      String method, String path, String header, String wrong, String right) {
    String one = "198.51.100." + Math.abs((path + header).hashCode() % 100);
    String other = "203.0.113." + Math.abs((path + header).hashCode() % 100);
    assertThat(untilRefused(with(one, method, path, header, wrong))).containsExactly(401, 429);
    int status = with(other, method, path, header, right).send().status();
    assertThat(status).isNotEqualTo(429).isLessThanOrEqualTo(wrong.equals(right) ? 401 : 400);
  }

  private static RawRequest with(
      String address, String method, String path, String header, String value) {
    RawRequest request = from(address, method, path).header(header, value);
    return method.equals("POST")
        ? request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body("token=x".getBytes(StandardCharsets.UTF_8))
        : request;
  }

  /** Metadata documents that are not delivered occupy few threads, and fewer for one address. */
  @Test
  void pendingMetadataDocumentsBlockNoOtherClient() throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    try (ServerSocket silent = new ServerSocket(0, 300, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 210; i++) {
        String id = "http://127.0.0.1:" + silent.getLocalPort() + "/client" + i;
        calls.add(client.sendAsync(token(id, "192.0.2." + (100 + i % 2)), BodyHandlers.ofString()));
      }
      List<Integer> refused = new ArrayList<>();
      // All requests that need no document are answered immediately.
      while (refused.size() < calls.size() - 8) {
        refused.clear();
        calls.stream()
            .filter(CompletableFuture::isDone)
            .forEach(call -> refused.add(call.join().statusCode()));
        assertThat(from("192.0.2.200", "GET", "/health").send().status()).isEqualTo(200);
      }
      assertThat(refused).allMatch(status -> status == 429 || status == 503);
      HttpResponse<String> late =
          calls.stream()
              .filter(CompletableFuture::isDone)
              .map(CompletableFuture::join)
              .filter(response -> response.statusCode() == 503)
              .findFirst()
              .orElseThrow();
      assertThat(late.headers().firstValue("Retry-After")).isPresent();
      assertThat(late.body()).contains("temporarily_unavailable");
    }
  }

  private static HttpRequest token(String clientId, String address) {
    return HttpRequest.newBuilder(SERVER.uri().resolve("/token"))
        .timeout(Duration.ofMinutes(1))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Forwarded-For", address)
        .POST(
            BodyPublishers.ofString(
                "grant_type=authorization_code&code=x&client_id="
                    + URLEncoder.encode(clientId, StandardCharsets.UTF_8)))
        .build();
  }

  @Test
  void allowedMethodsAreNamed() {
    for (String path :
        List.of(
            "/.well-known/oauth-protected-resource",
            "/.well-known/oauth-protected-resource/mcp",
            "/.well-known/oauth-authorization-server",
            "/jwks")) {
      RawResponse options = from("192.0.2.9", "OPTIONS", path).send();
      RawResponse wrong = from("192.0.2.9", "PUT", path).send();
      assertThat(options.status()).isEqualTo(204);
      assertThat(wrong.status()).isEqualTo(405);
      for (RawResponse response : List.of(options, wrong)) {
        assertThat(response.header("Allow")).as(path).isEqualTo("GET, HEAD, OPTIONS");
      }
      for (String method : List.of("GET", "HEAD")) {
        assertThat(from("192.0.2.9", method, path).send().status()).isEqualTo(200);
      }
      assertThat(from("192.0.2.9", "TRACE", path).send().status()).isEqualTo(405);
    }
    assertThat(from("192.0.2.9", "PUT", "/token").send().header("Allow"))
        .isEqualTo("OPTIONS, POST");
  }
}
