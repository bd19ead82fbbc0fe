package io.everythingmcp.server.authserver.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientAssertionVerifierTest {
  private static final String ISSUER = "https://auth.example";
  private static final ECKey KEY = key();

  private final OAuthClient client =
      new OAuthClient(
          "robot",
          "Robot",
          OAuthClient.Origin.CONFIGURED,
          List.of(),
          "private_key_jwt",
          "",
          List.of(),
          Set.of(),
          new JWKSet(KEY).toString(true),
          "");

  private final CompositeClientSource clients =
      new CompositeClientSource(List.of(new ConfiguredClients(List.of(client))));
  private final ClientAssertionVerifier check =
      new ClientAssertionVerifier(
          Set.of(ISSUER, ISSUER + "/token"),
          new ClientKeys(
              address -> {
                throw new AssertionError("Nothing is to be fetched");
              }),
          new MemoryStore(),
          Clock.systemUTC());

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static JWTClaimsSet.Builder claims() {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer("robot")
        .subject("robot")
        .audience(ISSUER)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(60)))
        .jwtID(UUID.randomUUID().toString());
  }

  private static String signed(JWTClaimsSet.Builder claims, ECKey key) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims.build());
    jwt.sign(new ECDSASigner(key));
    return jwt.serialize();
  }

  private OAuthClient check(String assertion) throws OAuthException {
    return check.check(
        new OAuthParameters(
            Map.of(
                "client_assertion",
                List.of(assertion),
                "client_assertion_type",
                List.of("urn:ietf:params:oauth:client-assertion-type:jwt-bearer"))),
        clients);
  }

  @Test
  void assertionIsValidOnce() throws Exception {
    String assertion = signed(claims(), KEY);
    assertThat(check(assertion)).isEqualTo(client);
    refused(assertion, "jti was used before");
    assertThat(check(signed(claims().audience(ISSUER + "/token"), KEY))).isEqualTo(client);
  }

  static Stream<Arguments> invalidAssertion() {
    Instant now = Instant.now();
    return Stream.of(
        row("aud", c -> c.audience("https://other.example")),
        row("aud", c -> c.audience((String) null)),
        row("iss and sub must both be the client_id", c -> c.issuer("another-user")),
        row("sub", c -> c.subject(null)),
        row("jti", c -> c.jwtID(null)),
        row("exp is missing", c -> c.expirationTime(null)),
        row("exp is", c -> c.expirationTime(Date.from(now.minusSeconds(120)))),
        row("hour", c -> c.expirationTime(Date.from(now.plusSeconds(7200)))),
        row("iat is in the future", c -> c.issueTime(Date.from(now.plusSeconds(600)))),
        row("nbf is in the future", c -> c.notBeforeTime(Date.from(now.plusSeconds(600)))));
  }

  private static Arguments row(String expected, UnaryOperator<JWTClaimsSet.Builder> change) {
    return Arguments.of(expected, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void invalidAssertion(String expected, UnaryOperator<JWTClaimsSet.Builder> change)
      throws Exception {
    refused(signed(change.apply(claims()), KEY), expected);
  }

  @Test
  void onlyTheKeyOfTheClientVerifies() throws Exception {
    refused(signed(claims(), key()), "signature");
    refused(new PlainJWT(claims().build()).serialize(), "signed");
    SignedJWT shared = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
    shared.sign(new MACSigner(new JWKSet(KEY).toString(true)));
    refused(shared.serialize(), "signature");
  }

  private void refused(String assertion, String expected) {
    assertThatThrownBy(() -> check(assertion))
        .isInstanceOf(OAuthException.class)
        .hasMessageContaining("invalid_client")
        .hasMessageContaining(expected)
        .hasMessageNotContaining(assertion);
  }
}
