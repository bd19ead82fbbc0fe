package io.everythingmcp.server.security.verify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.limit.OutboundCalls;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Introspection with valid, invalid, late and missing responses. */
class IntrospectionVerifierTest {
  private static final String AUDIENCE = "'aud':'https://mcp.example/mcp'";
  private static final String GOOD =
      "{'active':true,'sub':'alice','client_id':'c','scope':'mcp:read'," + AUDIENCE + "}";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final AdjustableClock clock = new AdjustableClock(TestTokens.NOW);
  private AuthorizationServerMonitor watch;
  private TokenVerifier verifier;

  @BeforeEach
  void makeVerifier() {
    makeVerifier(Duration.ofSeconds(20));
  }

  private void makeVerifier(Duration patience) {
    metadata(SERVER.baseUrl());
    AuthorizationServerHttpClient http = new AuthorizationServerHttpClient(patience);
    watch = new AuthorizationServerMonitor(SERVER.baseUrl(), http, Duration.ofSeconds(5));
    await()
        .untilAsserted(
            () -> {
              watch.probe();
              assertThat(watch.unavailability()).isEmpty();
            });
    TokenRules rules =
        new TokenRules(
            SERVER.baseUrl(),
            AcceptedAudiences.of("", List.of("https://mcp.example/mcp")),
            "",
            List.of(),
            clock);
    verifier =
        new CachingTokenVerifier(
            new IntrospectionVerifier(
                watch, http, "me:1", "secret%", rules, new OutboundCalls(64, 32)),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            clock);
  }

  private static void metadata(String issuer) {
    SERVER.stubFor(
        get("/.well-known/oauth-authorization-server")
            .willReturn(
                okJson(
                    "{\"issuer\":\""
                        + issuer
                        + "\",\"introspection_endpoint\":\""
                        + SERVER.baseUrl()
                        + "/ask\"}")));
  }

  private static void respondWith(String json) {
    SERVER.stubFor(post("/ask").willReturn(okJson(json.replace('\'', '"'))));
  }

  private static int requestCount() {
    return SERVER.findAll(postRequestedFor(urlEqualTo("/ask"))).size();
  }

  @Test
  void introspectionIsAuthenticatedAndCachedForAMinute() {
    respondWith(GOOD);
    for (int i = 0; i < 3; i++) {
      assertThat(verifier.verify("to+ken"))
          .isInstanceOfSatisfying(
              VerificationResult.Accepted.class,
              accepted -> assertThat(accepted.caller().subject()).contains("alice"));
    }
    assertThat(requestCount()).isEqualTo(1);
    SERVER.verify(
        postRequestedFor(urlEqualTo("/ask"))
            .withBasicAuth(new BasicCredentials("me%3A1", "secret%25"))
            .withRequestBody(containing("token=to%2Bken")));
  }

  @Test
  void revocationIsDetectedWithinAMinute() {
    respondWith(GOOD);
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Accepted.class);
    respondWith("{'active':false}");
    clock.move(Duration.ofSeconds(59));
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Accepted.class);
    clock.move(Duration.ofSeconds(2));
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Rejected.class);
  }

  @Test
  void cacheEndsAtTheExpiryOfTheToken() {
    long expiry = clock.instant().getEpochSecond() - 50;
    respondWith(GOOD.replace("}", ",'exp':" + expiry + "}"));
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Accepted.class);
    clock.move(Duration.ofSeconds(11));
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Rejected.class);
  }

  @Test
  void rejectedTokenIsCachedBriefly() {
    respondWith("{'active':false}");
    verifier.verify("token");
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Rejected.class);
    assertThat(requestCount()).isEqualTo(1);
    clock.move(Duration.ofSeconds(6));
    verifier.verify("token");
    assertThat(requestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'active':true,'sub':'alice','aud':'https://other.example'}",
        "{'active':true,'sub':'alice'}",
        "{'active':true," + AUDIENCE + "}",
        "{'active':'true','sub':'alice'," + AUDIENCE + "}",
        "{'active':true,'sub':'alice','iss':'https://other.example'," + AUDIENCE + "}",
        "{'active':true,'sub':'alice','exp':1," + AUDIENCE + "}",
        "{'active':true,'sub':'alice','token_type':'refresh_token'," + AUDIENCE + "}",
        "{}"
      })
  void tokenOfAnotherAudienceIsRejected(String answer) {
    respondWith(answer);
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Rejected.class);
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "302", "404", "500", "200"})
  void invalidResponseIsUnavailable(int status) {
    SERVER.stubFor(
        post("/ask")
            .willReturn(
                aResponse().withStatus(status).withHeader("Location", "/ask").withBody("oops")));
    assertThat(verifier.verify("token"))
        .isInstanceOfSatisfying(
            VerificationResult.Unavailable.class,
            away -> {
              assertThat(away.authServerUrl()).isEqualTo(SERVER.baseUrl());
              assertThat(away.hint()).contains("AUTH_SERVER_URL").doesNotContain("secret%");
            });
    assertThat(requestCount()).isEqualTo(1);
  }

  @Test
  void outageFailsFastAndRecoveryIsDetected() {
    makeVerifier(Duration.ofSeconds(1));
    SERVER.stubFor(post("/ask").willReturn(aResponse().withFixedDelay(10_000)));
    for (int i = 0; i < 10; i++) {
      assertThat(verifier.verify("token-" + i)).isInstanceOf(VerificationResult.Unavailable.class);
    }
    assertThat(requestCount()).isEqualTo(3);
    assertThat(verifier.unavailability()).isPresent();
    respondWith(GOOD);
    await()
        .untilAsserted(
            () -> {
              watch.probeIfDue();
              assertThat(verifier.unavailability()).isEmpty();
            });
    assertThat(verifier.verify("token-1")).isInstanceOf(VerificationResult.Accepted.class);
  }

  @Test
  void closedConnectionIsUnavailable() {
    SERVER.stubFor(post("/ask").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertThat(verifier.verify("token")).isInstanceOf(VerificationResult.Unavailable.class);
  }

  @Test
  void metadataOfAnotherIssuerIsRejected() {
    metadata("https://evil.example");
    watch.probe();
    assertThat(watch.unavailability().orElseThrow().hint()).contains("another issuer");
    assertThat(watch.metadata()).isEmpty();
  }

  @Test
  void metadataIsFoundAtTheOpenIdAddress() {
    SERVER.resetAll();
    String issuer = SERVER.baseUrl() + "/realms/one";
    SERVER.stubFor(
        get("/realms/one/.well-known/openid-configuration")
            .willReturn(okJson(WireJson.object().put("issuer", issuer).toString())));
    AuthorizationServerMonitor other =
        new AuthorizationServerMonitor(
            issuer,
            new AuthorizationServerHttpClient(Duration.ofSeconds(1)),
            Duration.ofSeconds(5));
    other.probe();
    assertThat(other.unavailability()).isEmpty();
    assertThat(other.metadata().orElseThrow().path("issuer").asText()).isEqualTo(issuer);
  }
}
