package io.everythingmcp.server.security.verify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.everythingmcp.server.security.verify.TestTokens.good;
import static io.everythingmcp.server.security.verify.TestTokens.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.limit.OutboundCalls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Remote key sets: rotation and outages. */
class RemoteJwkSetTest {
  private static final RSAKey OLD = TestTokens.key("old");
  private static final RSAKey NEW = TestTokens.key("new");

  @RegisterExtension
  static final WireMockExtension ISSUER =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final OutboundCalls calls = new OutboundCalls(4, 2);
  private JwtVerifier verifier;

  @BeforeEach
  void makeVerifier() {
    makeVerifier(Duration.ofSeconds(20));
  }

  private void makeVerifier(Duration patience) {
    URI address = URI.create(ISSUER.baseUrl() + "/jwks");
    AuthorizationServerHttpClient http = new AuthorizationServerHttpClient(patience);
    VerificationKeys keys =
        VerificationKeys.published(new RemoteJwkSet(http, () -> address), calls);
    verifier = new JwtVerifier(List.of(keys), TestTokens.rules(), ISSUER.baseUrl());
  }

  private static void publish(RSAKey... keys) {
    String set = new JWKSet(List.of(keys)).toPublicJWKSet().toString();
    ISSUER.stubFor(get("/jwks").willReturn(okJson(set)));
  }

  private Class<?> verdict(RSAKey key) {
    return verifier.verify(signed(good().build(), key)).getClass();
  }

  @Test
  void newKeyIsFetchedOnUse() {
    publish(OLD);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
    ISSUER.verify(1, getRequestedFor(urlEqualTo("/jwks")));
    publish(NEW);
    assertThat(verdict(NEW)).isEqualTo(VerificationResult.Accepted.class);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Rejected.class);
  }

  @Test
  void unknownKeyIdsAreFetchedRarely() {
    publish(OLD);
    for (int i = 0; i < 20; i++) {
      RSAKey invented = new RSAKey.Builder(NEW).keyID("unknown-" + i).build();
      assertThat(verdict(invented)).isEqualTo(VerificationResult.Rejected.class);
    }
    assertThat(ISSUER.findAll(getRequestedFor(urlEqualTo("/jwks")))).hasSizeLessThan(4);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
  }

  @Test
  void cachedKeysSurviveAnOutageAndUnknownOnesAreUnavailable() {
    publish(OLD);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
    ISSUER.stubFor(get("/jwks").willReturn(serverError()));
    assertThat(verdict(NEW)).isEqualTo(VerificationResult.Unavailable.class);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
  }

  @Test
  void slowIssuerDoesNotBlock() {
    makeVerifier(Duration.ofSeconds(1));
    ISSUER.stubFor(get("/jwks").willReturn(aResponse().withStatus(200).withFixedDelay(60_000)));
    long begin = System.nanoTime();
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Unavailable.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(50));
  }

  /** Starts verifications of unknown keys for the client of an address. */
  private List<Future<VerificationResult>> unknownKeys(ExecutorService threads, String address) {
    return IntStream.range(0, 8)
        .mapToObj(
            i ->
                threads.submit(
                    () -> {
                      RSAKey unknown = new RSAKey.Builder(NEW).keyID(address + i).build();
                      String token = signed(good().build(), unknown);
                      return calls.because(address, () -> verifier.verify(token));
                    }))
        .toList();
  }

  /** Waits until all but the number of waiting threads have a result. */
  private static void allButTwoAreRefused(List<Future<VerificationResult>> results) {
    await()
        .untilAsserted(
            () ->
                assertThat(results.stream().filter(Future::isDone).toList())
                    .hasSizeGreaterThanOrEqualTo(6)
                    .anySatisfy(
                        done ->
                            assertThat(done.get())
                                .isInstanceOfSatisfying(
                                    VerificationResult.Unavailable.class,
                                    away -> assertThat(away.hint()).contains("being fetched"))));
  }

  @Test
  void silentPublisherHoldsFewThreadsAndKnownKeysNeedNone() throws Exception {
    publish(OLD);
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
    ISSUER.stubFor(get("/jwks").willReturn(aResponse().withStatus(200).withFixedDelay(60_000)));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<VerificationResult>> one = unknownKeys(threads, "192.0.2.1");
      allButTwoAreRefused(one);
      assertThat(verdict(OLD)).isEqualTo(VerificationResult.Accepted.class);
      List<Future<VerificationResult>> other = unknownKeys(threads, "192.0.2.2");
      allButTwoAreRefused(other);
      assertThat(calls.because("192.0.2.1", () -> verdict(OLD)))
          .isEqualTo(VerificationResult.Accepted.class);
      assertThat(Stream.concat(one.stream(), other.stream()))
          .as("the fetch is still running")
          .anyMatch(result -> !result.isDone());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void publisherThatIsSilentFromTheStartHoldsFewThreads() {
    ISSUER.stubFor(get("/jwks").willReturn(aResponse().withStatus(200).withFixedDelay(60_000)));
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Future<VerificationResult>> results = unknownKeys(threads, "192.0.2.1");
      allButTwoAreRefused(results);
      assertThat(results).as("the fetch is still running").anyMatch(result -> !result.isDone());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void invalidKeySetIsRejected() {
    ISSUER.stubFor(get("/jwks").willReturn(okJson("[]")));
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Unavailable.class);
  }
}
