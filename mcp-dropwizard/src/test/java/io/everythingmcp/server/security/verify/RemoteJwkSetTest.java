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

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.everythingmcp.api.auth.VerificationResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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

  private JwtVerifier verifier;

  @BeforeEach
  void makeVerifier() {
    makeVerifier(Duration.ofSeconds(20));
  }

  private void makeVerifier(Duration patience) {
    URI address = URI.create(ISSUER.baseUrl() + "/jwks");
    AuthorizationServerHttpClient http = new AuthorizationServerHttpClient(patience);
    VerificationKeys keys = VerificationKeys.published(new RemoteJwkSet(http, () -> address));
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

  @Test
  void invalidKeySetIsRejected() {
    ISSUER.stubFor(get("/jwks").willReturn(okJson("[]")));
    assertThat(verdict(OLD)).isEqualTo(VerificationResult.Unavailable.class);
  }
}
