package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.RawSocket;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials of a request: accepted ones, and the errors for all others. */
class CredentialsIT {
  static final String[] SERVER_SETTINGS = {
    "AUTH_MODE",
    "jwt",
    "JWT_SECRET",
    SignedTokens.SECRET,
    "JWT_ISSUER",
    "https://issuer.example",
    "AUTH_ALSO",
    "api_key",
    "API_KEYS",
    "an-api-key-of-the-tests"
  };

  @RegisterExtension static final SharedServer SERVER = SharedServer.with(SERVER_SETTINGS);

  private static RawRequest initialize() {
    return SERVER.client().post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"));
  }

  /** Jetty caches header values of a connection. */
  @Test
  void tokensOnOneConnectionAreNotConfused() {
    String good = SignedTokens.signed(claims());
    int letter = good.lastIndexOf('.') + 1;
    while (!Character.isLetter(good.charAt(letter))) {
      letter++;
    }
    char other = (char) (good.charAt(letter) ^ 0x20);
    String wrong = good.substring(0, letter) + other + good.substring(letter + 1);
    assertThat(statuses(good, wrong, good)).containsExactly("200", "401", "200");
    assertThat(statuses(wrong, good, wrong)).containsExactly("401", "200", "401");
  }

  private static List<String> statuses(String... tokens) {
    String body = JsonRpcMessages.initialize("2025-11-25", "{}").toString();
    StringBuilder requests = new StringBuilder();
    for (String token : tokens) {
      requests
          .append("POST /mcp HTTP/1.1\r\nHost: localhost:")
          .append(SERVER.process().port())
          .append("\r\nContent-Type: application/json\r\nAuthorization: Bearer ")
          .append(token)
          .append("\r\nContent-Length: ")
          .append(body.length())
          .append("\r\n\r\n")
          .append(body);
    }
    String answers = RawSocket.exchange(SERVER.process().port(), requests.toString());
    return Pattern.compile("HTTP/1\\.1 (\\d+)")
        .matcher(answers)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static ObjectNode claims() {
    return SignedTokens.claims(SERVER.uri().toString(), "alice", "mcp:read mcp:write");
  }

  private static String metadata(String path) {
    return "resource_metadata=\"" + SERVER.uri() + "/.well-known/oauth-protected-resource" + path;
  }

  static Stream<Arguments> badTokens() {
    ObjectNode other = claims().put("aud", "https://other.example/mcp");
    ObjectNode expired = claims().put("exp", 1);
    ObjectNode early = claims().put("nbf", 4_000_000_000L);
    ObjectNode another = claims().put("iss", "https://evil.example");
    String header = "{'alg':'HS256'}";
    return Stream.of(
        Arguments.of("of another audience", SignedTokens.signed(other), "audience"),
        Arguments.of("expired", SignedTokens.signed(expired), "expired"),
        Arguments.of("not valid yet", SignedTokens.signed(early), "not valid yet"),
        Arguments.of("of another issuer", SignedTokens.signed(another), "issuer"),
        Arguments.of("without a signature", SignedTokens.unsigned(claims()), "not a signed"),
        Arguments.of(
            "of another caller",
            SignedTokens.signed(header, claims(), SignedTokens.SECRET + "!"),
            "key"),
        Arguments.of(
            "by another algorithm",
            SignedTokens.signed("{'alg':'RS256'}", claims(), SignedTokens.SECRET),
            "algorithm"),
        Arguments.of(
            "of another type",
            SignedTokens.signed("{'alg':'HS256','typ':'id+jwt'}", claims(), SignedTokens.SECRET),
            "type"),
        Arguments.of("opaque", "0123456789", "not a signed"),
        Arguments.of("an API key", "an-api-key-of-the-tests", "not a signed"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badTokens")
  void invalidTokenIsRejectedWithReason(String what, String token, String why) {
    RawResponse refused = initialize().header("Authorization", "Bearer " + token).send();
    assertThat(refused.status()).as(what).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate"))
        .startsWith("Bearer error=\"invalid_token\", error_description=\"")
        .contains(why, metadata("/mcp\""), "scope=\"mcp:read mcp:write\"")
        .doesNotContain(token);
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_token");
    assertThat(refused.json().path("error_description").asText()).contains(why);
    assertThat(refused.header("Mcp-Session-Id")).isNull();
  }

  @Test
  void validTokenIsAcceptedForAnySchemeSpelling() {
    for (String scheme : List.of("Bearer ", "bearer ", "BEARER  ")) {
      RawResponse served =
          initialize().header("Authorization", scheme + SignedTokens.signed(claims())).send();
      assertThat(served.status()).isEqualTo(200);
      assertThat(served.header("WWW-Authenticate")).isNull();
    }
  }

  @Test
  void apiKeyIsVerified() {
    assertThat(initialize().header("X-API-Key", "an-api-key-of-the-tests").send().status())
        .isEqualTo(200);
    RawResponse refused = initialize().header("X-API-Key", "another").send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void tokenInQueryIsRejected() {
    String token = SignedTokens.signed(claims());
    RawResponse alone =
        SERVER
            .client()
            .post("/mcp?access_token=" + token, JsonRpcMessages.initialize("2025-11-25", "{}"))
            .send();
    assertThat(alone.status()).isEqualTo(401);
    assertThat(alone.header("WWW-Authenticate")).doesNotContain("error=");
    assertThat(alone.json().path("error_description").asText()).contains("query");
    assertThat(
            SERVER
                .client()
                .post(
                    "/mcp?x=1&access_token=" + token,
                    JsonRpcMessages.initialize("2025-11-25", "{}"))
                .header("Authorization", "Bearer " + token)
                .send()
                .status())
        .isEqualTo(400);
  }

  static Stream<UnaryOperator<RawRequest>> malformed() {
    String token = SignedTokens.signed(claims());
    return Stream.of(
        request -> request.header("Authorization", "Bearer"),
        request -> request.header("Authorization", "Bearer a b"),
        request -> request.header("Authorization", "Bearer " + token + ", Bearer " + token),
        request ->
            request
                .header("Authorization", "Bearer " + token)
                .header("X-API-Key", "an-api-key-of-the-tests"),
        request ->
            request.header("Authorization", "Bearer " + token).and("Authorization", "Bearer b"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformedCredentialsAreBadRequests(UnaryOperator<RawRequest> wrong) {
    RawResponse refused = wrong.apply(initialize()).send();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_request\"");
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void otherSchemeIsNotACredential() {
    RawResponse refused = initialize().header("Authorization", "Basic YTpi").send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).doesNotContain("error=");
  }

  @Test
  void hostOriginAndPreflightPrecedeAuthenticationAndBodyFollows() {
    assertThat(initialize().header("Origin", "https://evil.example").send().status())
        .isEqualTo(403);
    RawResponse preflight =
        SERVER
            .client()
            .request("OPTIONS", "/mcp")
            .header("Origin", SERVER.uri().toString())
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization")
            .send();
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(SERVER.client().post("/mcp", "{").send().status()).isEqualTo(401);
    assertThat(
            SERVER
                .client()
                .post("/mcp", "{")
                .header("Authorization", "Bearer " + SignedTokens.signed(claims()))
                .send()
                .status())
        .isEqualTo(400);
  }

  @Test
  void toolSeesCaller() {
    JsonNode who =
        TokenUser.user(SERVER.client(), SignedTokens.signed(claims().put("client_id", "c1")))
            .stateless("tools/call", "{'name':'whoAmI','arguments':{}}")
            .send()
            .reply()
            .path("result")
            .path("structuredContent");
    assertThat(who.path("subject").asText()).isEqualTo("alice");
    assertThat(who.path("issuer").asText()).isEqualTo("https://issuer.example");
    assertThat(who.path("clientId").asText()).isEqualTo("c1");
    assertThat(who.path("scopes").toString()).isEqualTo("[\"mcp:read\",\"mcp:write\"]");
  }
}
