package io.everythingmcp.server.security.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/** Valid and invalid tokens at a fixed time. */
final class TestTokens {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String BASE = "https://mcp.example";
  static final String ISSUER = "https://issuer.example";
  static final String SECRET = "0123456789abcdef0123456789abcdef";

  private TestTokens() {}

  static TokenRules rules() {
    return new TokenRules(
        ISSUER,
        AcceptedAudiences.of("", List.of(BASE, BASE + "/mcp", BASE + "/sse")),
        "tid",
        List.of("email"),
        CLOCK);
  }

  /** Returns the claims of a valid token. */
  static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject("alice")
        .audience(BASE + "/mcp")
        .claim("client_id", "client")
        .claim("scope", "mcp:read mcp:write")
        .expirationTime(in(Duration.ofMinutes(10)));
  }

  static Date in(Duration time) {
    return Date.from(NOW.plus(time));
  }

  static String signed(JWTClaimsSet claims) {
    return signed(claims, new JWSHeader.Builder(JWSAlgorithm.HS256), SECRET);
  }

  static String typed(JWTClaimsSet claims, String type) {
    return signed(
        claims, new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)), SECRET);
  }

  static String signed(JWTClaimsSet claims, JWSHeader.Builder header, String secret) {
    try {
      return sign(claims, header.build(), new MACSigner(secret));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String signed(JWTClaimsSet claims, RSAKey key) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      return sign(claims, header, new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
