package io.everythingmcp.server.authserver.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTokenServiceTest {
  private static final String ISSUER = "https://auth.example";
  private static final String MCP = "https://server.example/mcp";
  private static final Duration HOUR = Duration.ofHours(1);

  private final StateStore store = new MemoryStore();
  private final AdjustableClock clock = new AdjustableClock();
  private final AuthorizationGrantStore installations =
      new AuthorizationGrantStore(store, ReuseListener.NONE);
  private final SigningKeys keys =
      new SigningKeys(store, new StoreValueSealer(store, ""), Duration.ofDays(30), HOUR, clock);

  enum Form {
    JWT,
    OPAQUE
  }

  private AccessTokenService tokens(Form form) {
    return form == Form.JWT
        ? new JwtAccessTokenService(ISSUER, keys, installations, clock)
        : new OpaqueAccessTokenService(installations, clock);
  }

  private String grant() {
    return installations.add(
        new AuthorizationGrant(
            "app",
            "alice",
            "Alice",
            Set.of("mcp:read"),
            List.of(MCP),
            clock.instant(),
            "",
            "",
            List.of()),
        Duration.ofDays(7));
  }

  private IssuedAccessToken token(String grant) {
    return new IssuedAccessToken(
        grant,
        "app",
        "alice",
        Set.of("mcp:read"),
        List.of(MCP),
        clock.instant(),
        clock.instant().plus(HOUR));
  }

  @ParameterizedTest
  @EnumSource
  void tokenIsValidUntilItExpires(Form form) {
    IssuedAccessToken token = token(grant());
    String text = tokens(form).issue(token).orElseThrow();
    assertThat(tokens(form).find(text)).hasValue(token);
    clock.move(HOUR.minusSeconds(1));
    assertThat(tokens(form).find(text)).isPresent();
    clock.move(Duration.ofSeconds(1));
    assertThat(tokens(form).find(text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tokenWithoutItsGrantIsInvalid(Form form) {
    String grant = grant();
    String text = tokens(form).issue(token(grant)).orElseThrow();
    installations.end(grant);
    assertThat(tokens(form).find(text)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void malformedTokenIsInvalid(Form form) {
    String grant = grant();
    String text = tokens(form).issue(token(grant)).orElseThrow();
    for (String other :
        List.of(
            "",
            ".",
            "a.b.c",
            grant,
            grant + "." + grant,
            text + "x",
            text.substring(1),
            text.substring(0, text.length() - 5) + "AAAAA")) {
      assertThat(tokens(form).find(other)).as(other).isEmpty();
    }
  }

  @Test
  void signatureEncodingIsCanonical() {
    String text = tokens(Form.JWT).issue(token(grant())).orElseThrow();
    String[] parts = text.split("\\.");
    for (int i = 0; i < parts.length; i++) {
      for (String other :
          List.of(
              parts[i] + "=", parts[i] + "==", parts[i] + "\n", " " + parts[i], parts[i] + "+")) {
        String[] changed = parts.clone();
        changed[i] = other;
        assertThat(tokens(Form.JWT).find(String.join(".", changed))).as("part " + i).isEmpty();
      }
    }
    assertThat(tokens(Form.JWT).find(sameBits(text))).as("other bits at the end").isEmpty();
  }

  /** A signature of 256 bytes leaves four bits of its last character unused. */
  private static String sameBits(String text) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(text.charAt(text.length() - 1));
    return text.substring(0, text.length() - 1) + alphabet.charAt(last ^ 1);
  }

  @Test
  void tokenContainsNoGrantKey() throws Exception {
    String text = tokens(Form.JWT).issue(token(grant())).orElseThrow();
    String grant = SignedJWT.parse(text).getJWTClaimsSet().getStringClaim("grant");
    assertThat(grant).matches("[0-9a-f]{64}");
    assertThat(tokens(Form.OPAQUE).find(grant + "." + "A".repeat(43))).isEmpty();
    assertThat(SignedJWT.parse(text).getJWTClaimsSet().getClaims())
        .containsOnlyKeys("iss", "sub", "aud", "client_id", "scope", "grant", "iat", "exp", "jti");
  }

  @ParameterizedTest
  @EnumSource
  void rejectionReasonsAreDistinct(Form form) {
    assertThat(problem(form, "a.b.c")).contains("not issued by this server");
    String grant = grant();
    String text = tokens(form).issue(token(grant)).orElseThrow();
    clock.move(HOUR);
    assertThat(problem(form, text)).contains("has expired");
    String other = tokens(form).issue(token(grant)).orElseThrow();
    installations.end(grant);
    assertThat(problem(form, other)).contains("was revoked");
  }

  private String problem(Form form, String text) {
    return ((TokenReading.Bad) tokens(form).read(text)).problem();
  }

  @Test
  void replacedKeyStillVerifies() {
    String text = tokens(Form.JWT).issue(token(grant())).orElseThrow();
    keys.rotate();
    assertThat(tokens(Form.JWT).find(text)).isPresent();
  }

  @Test
  void onlyOwnSignatureAndTypeAreAccepted() throws Exception {
    SignedJWT good = SignedJWT.parse(tokens(Form.JWT).issue(token(grant())).orElseThrow());
    JWSHeader header = good.getHeader();
    SignedJWT foreign = new SignedJWT(header, good.getJWTClaimsSet());
    foreign.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(header.getType())
                .keyID(header.getKeyID())
                .build(),
            good.getJWTClaimsSet());
    confused.sign(new MACSigner(keys.current().toPublicJWK().toJSONString()));
    SignedJWT otherType =
        new SignedJWT(
            new JWSHeader.Builder(header).type(JOSEObjectType.JWT).build(), good.getJWTClaimsSet());
    otherType.sign(new RSASSASigner(keys.current()));
    Stream.of(
            foreign.serialize(),
            confused.serialize(),
            otherType.serialize(),
            new PlainJWT(good.getJWTClaimsSet()).serialize())
        .forEach(text -> assertThat(tokens(Form.JWT).find(text)).isEmpty());
    assertThat(
            new JwtAccessTokenService("https://other.example", keys, installations, clock)
                .find(good.serialize()))
        .isEmpty();
  }

  @Test
  void audienceIsRequired() {
    String text = tokens(Form.JWT).issue(token(grant())).orElseThrow();
    assertThat(new IssuedTokenVerifier(tokens(Form.JWT), ISSUER, Set.of(MCP)).verify(text))
        .isInstanceOfSatisfying(
            VerificationResult.Accepted.class,
            good -> assertThat(good.caller().ownerKey()).isEqualTo("|" + ISSUER + "|alice"));
    assertThat(new IssuedTokenVerifier(tokens(Form.JWT), ISSUER, Set.of("x")).verify(text))
        .isInstanceOfSatisfying(
            VerificationResult.Rejected.class,
            bad -> assertThat(bad.description()).doesNotContain(text));
  }

  @Test
  void grantKeepsTheNewestOpaqueTokens() {
    String grant = grant();
    String first = tokens(Form.OPAQUE).issue(token(grant)).orElseThrow();
    String last = first;
    for (int i = 0; i < 32; i++) {
      last = tokens(Form.OPAQUE).issue(token(grant)).orElseThrow();
    }
    assertThat(tokens(Form.OPAQUE).find(first)).isEmpty();
    assertThat(tokens(Form.OPAQUE).find(last)).isPresent();
    assertThat(installations.find(grant).orElseThrow().tokens()).hasSize(32);
  }
}
