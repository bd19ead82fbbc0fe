package io.everythingmcp.server.security.verify;

import static io.everythingmcp.server.security.verify.TestTokens.BASE;
import static io.everythingmcp.server.security.verify.TestTokens.SECRET;
import static io.everythingmcp.server.security.verify.TestTokens.good;
import static io.everythingmcp.server.security.verify.TestTokens.in;
import static io.everythingmcp.server.security.verify.TestTokens.signed;
import static io.everythingmcp.server.security.verify.TestTokens.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.auth.VerificationResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accepted and rejected signed tokens. */
class JwtVerifierTest {
  private static final RSAKey KEY = TestTokens.key("one");

  private final JwtVerifier verifier =
      new JwtVerifier(List.of(VerificationKeys.secret(SECRET)), TestTokens.rules(), "another-user");

  private static CallerIdentity caller(VerificationResult verdict) {
    assertThat(verdict).isInstanceOf(VerificationResult.Accepted.class);
    return ((VerificationResult.Accepted) verdict).caller();
  }

  @Test
  void validTokenIdentifiesTheCaller() {
    CallerIdentity alice =
        caller(verifier.verify(signed(good().claim("tid", "t").claim("email", "a@b").build())));
    assertThat(alice.subject()).contains("alice");
    assertThat(alice.issuer()).contains(TestTokens.ISSUER);
    assertThat(alice.clientId()).contains("client");
    assertThat(alice.scopes()).containsExactlyInAnyOrder("mcp:read", "mcp:write");
    assertThat(alice.tenant()).contains("t");
    assertThat(alice.expiry()).contains(TestTokens.NOW.plusSeconds(600));
    assertThat(alice.claims()).containsOnlyKeys("email");
    assertThat(alice.method()).isEqualTo("bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "at+jwt", "AT+JWT", "application/at+jwt"})
  void accessTokenTypes(String type) {
    caller(verifier.verify(typed(good().build(), type)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {BASE, BASE + "/", BASE + "/mcp", BASE + "/sse", "HTTPS://MCP.EXAMPLE/mcp"})
  void serverHasSeveralAudiences(String audience) {
    caller(verifier.verify(signed(good().audience(List.of("other", audience)).build())));
  }

  @Test
  void clockSkewIsAMinute() {
    caller(verifier.verify(signed(good().expirationTime(in(Duration.ofSeconds(-59))).build())));
    caller(verifier.verify(signed(good().notBeforeTime(in(Duration.ofSeconds(60))).build())));
  }

  @Test
  void scopesMayBeAList() {
    JWTClaimsSet.Builder claims = good().claim("scope", null).claim("scp", List.of("mcp:read"));
    assertThat(caller(verifier.verify(signed(claims.build()))).scopes())
        .isEqualTo(Set.of("mcp:read"));
    assertThat(caller(verifier.verify(signed(good().claim("scope", null).build()))).scopes())
        .isEmpty();
  }

  static Stream<Arguments> bad() throws JOSEException {
    String publicKey = Base64.getEncoder().encodeToString(KEY.toRSAPublicKey().getEncoded());
    return Stream.of(
        Arguments.of("nonsense", "not a signed JWT"),
        Arguments.of("a.b.c", "not a signed JWT"),
        Arguments.of(new PlainJWT(good().build()).serialize(), "not a signed JWT"),
        Arguments.of(signed(good().build()).replaceAll("\\.[^.]*$", "."), "not"),
        Arguments.of(
            signed(good().build(), new JWSHeader.Builder(JWSAlgorithm.HS256), SECRET + "x"),
            "unknown signature key"),
        Arguments.of(
            signed(good().build(), new JWSHeader.Builder(JWSAlgorithm.HS384), SECRET.repeat(2)),
            "algorithm"),
        Arguments.of(signed(good().build(), KEY), "algorithm"),
        Arguments.of(
            signed(good().build(), new JWSHeader.Builder(JWSAlgorithm.HS256), publicKey),
            "unknown signature key"),
        Arguments.of(typed(good().build(), "id+jwt"), "another type"),
        Arguments.of(typed(good().build(), "logout+jwt"), "another type"),
        Arguments.of(signed(good().expirationTime(in(Duration.ofSeconds(-60))).build()), "expired"),
        Arguments.of(signed(good().expirationTime(null).build()), "no exp claim"),
        Arguments.of(
            signed(good().notBeforeTime(in(Duration.ofSeconds(61))).build()), "not valid yet"),
        Arguments.of(signed(good().issuer("https://evil.example").build()), "another issuer"),
        Arguments.of(signed(good().issuer(null).build()), "no iss claim"),
        Arguments.of(signed(good().audience("https://other.example/mcp").build()), "audience"),
        Arguments.of(signed(good().audience(BASE + "/mcp/evil").build()), "audience"),
        Arguments.of(signed(good().audience(BASE + ".evil.example").build()), "audience"),
        Arguments.of(signed(good().audience((String) null).build()), "audience"),
        Arguments.of(
            signed(good().subject(null).claim("client_id", null).build()), "no sub claim"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void invalidTokenIsRejectedAndNotRepeated(String token, String why) {
    assertThat(verifier.verify(token))
        .isInstanceOfSatisfying(
            VerificationResult.Rejected.class,
            refused -> assertThat(refused.description()).contains(why).doesNotContain(token));
  }

  @Test
  void publicKeyIsNoSecret(@TempDir Path folder) throws IOException, JOSEException {
    Path file = folder.resolve("keys.json");
    Files.writeString(file, new JWKSet(KEY).toString());
    JwtVerifier byKey =
        new JwtVerifier(List.of(VerificationKeys.file(file)), TestTokens.rules(), "another-user");
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(KEY.toRSAPublicKey().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    caller(byKey.verify(signed(good().build(), KEY)));
    assertThat(byKey.verify(signed(good().build(), new JWSHeader.Builder(JWSAlgorithm.HS256), pem)))
        .isInstanceOf(VerificationResult.Rejected.class);
    Files.write(file, pem.getBytes(StandardCharsets.US_ASCII));
    caller(
        new JwtVerifier(List.of(VerificationKeys.file(file)), TestTokens.rules(), "another-user")
            .verify(signed(good().build(), KEY)));
  }

  @Test
  void fileWithoutKeysIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("keys.pem");
    Files.writeString(file, "nothing");
    assertThatThrownBy(() -> VerificationKeys.file(file)).hasMessageContaining("auth.jwt.keyFile");
  }

  @Test
  void onlyTokensOfTheIssuerAreClaimed() {
    assertThat(verifier.isResponsibleFor(signed(good().build()))).isTrue();
    assertThat(verifier.isResponsibleFor(signed(good().issuer("https://other").build()))).isFalse();
    assertThat(verifier.isResponsibleFor("opaque")).isFalse();
  }
}
