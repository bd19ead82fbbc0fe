package io.everythingmcp.server.authserver.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.security.Base64Url;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Signed JWT access tokens, which a resource server can verify without introspection. The built-in
 * resource server also checks that the grant was not revoked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
public final class JwtAccessTokenService implements AccessTokenService {
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final String GRANT = "grant";
  private static final int CACHE_SIZE = 10_000;
  private static final Duration LIFE = Duration.ofMinutes(5);

  private final String issuer;
  private final SigningKeys keys;
  private final AuthorizationGrantStore grants;
  private final Clock clock;

  /** The signature is verified once; the grant is checked each time. */
  private final Cache<String, IssuedAccessToken> verified =
      Caffeine.newBuilder().maximumSize(CACHE_SIZE).expireAfterWrite(LIFE).build();

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * Creates the service.
   *
   * @param issuer the issuer
   * @param keys signing keys
   */
  public JwtAccessTokenService(
      String issuer, SigningKeys keys, AuthorizationGrantStore grants, Clock clock) {
    this.issuer = issuer;
    this.keys = keys;
    this.grants = grants;
    this.clock = clock;
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256, (selector, context) -> keys.select(selector)));
    processor.setJWTClaimsSetVerifier(new OurClaims(issuer, clock));
  }

  @Override
  public Optional<String> issue(IssuedAccessToken token) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(token.subject())
            .audience(token.resources())
            .claim("client_id", token.clientId())
            .claim("scope", String.join(" ", token.scopes().stream().sorted().toList()))
            .claim(GRANT, token.grantId())
            .issueTime(Date.from(token.issued()))
            .expirationTime(Date.from(token.expiry()))
            .jwtID(UUID.randomUUID().toString())
            .build();
    RSAKey key = keys.current();
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(TYPE).keyID(key.getKeyID()).build(),
            claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
    return Optional.of(jwt.serialize());
  }

  @Override
  public TokenReading read(String text) {
    String digest = RandomSecrets.digest(text);
    IssuedAccessToken token = verified.getIfPresent(digest);
    if (token == null) {
      TokenReading fresh = verify(text);
      if (fresh.token().isEmpty()) {
        return fresh;
      }
      token = fresh.token().get();
      verified.put(digest, token);
    }
    if (!token.expiry().isAfter(clock.instant())) {
      return TokenReading.Bad.EXPIRED;
    }
    return grants.find(token.grantId()).isPresent()
        ? new TokenReading.Good(token)
        : TokenReading.Bad.ENDED;
  }

  private TokenReading verify(String text) {
    if (!Base64Url.ofSignedToken(text)) {
      return TokenReading.Bad.NOT_OURS;
    }
    try {
      return new TokenReading.Good(token(processor.process(SignedJWT.parse(text), null)));
    } catch (ExpiredJWTException e) {
      return TokenReading.Bad.EXPIRED;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      return TokenReading.Bad.NOT_OURS;
    }
  }

  private static IssuedAccessToken token(JWTClaimsSet claims) throws ParseException {
    Object scope = claims.getClaim("scope");
    return new IssuedAccessToken(
        claims.getStringClaim(GRANT),
        claims.getStringClaim("client_id"),
        claims.getSubject(),
        "".equals(scope) ? Set.of() : Set.of(String.valueOf(scope).split(" ")),
        List.copyOf(claims.getAudience()),
        claims.getIssueTime().toInstant(),
        claims.getExpirationTime().toInstant());
  }

  /**
   * Required claims of issued tokens; issuer and verifier have the same clock, so there is no clock
   * skew.
   */
  private static final class OurClaims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Clock clock;

    OurClaims(String issuer, Clock clock) {
      super(
          new JWTClaimsSet.Builder().issuer(issuer).build(),
          Set.of("sub", "aud", "exp", "iat", "jti", "client_id", "scope", GRANT));
      this.clock = clock;
      setMaxClockSkew(0);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
