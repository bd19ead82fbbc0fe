package io.everythingmcp.server.authserver.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.security.Base64Url;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a signed assertion shows which client sent a request: {@code private_key_jwt}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
public final class ClientAssertionVerifier {
  /** Signatures with a public key; never {@code none}, never a shared secret. */
  public static final List<JWSAlgorithm> ALGORITHMS =
      List.of(
          JWSAlgorithm.ES256,
          JWSAlgorithm.RS256,
          JWSAlgorithm.PS256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.RS384,
          JWSAlgorithm.PS384);

  private static final SpecificationReference RULE = SpecificationReference.rfc(7523, "3");
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Set<String> audiences;
  private final ClientKeys keys;
  private final KeyValueStore<String> seen;
  private final Clock clock;

  /**
   * Creates a verifier.
   *
   * @param audiences accepted audiences of an assertion: the issuer and the endpoints of this
   *     server
   * @param keys public keys of clients
   * @param store store of used assertion ids
   */
  public ClientAssertionVerifier(
      Set<String> audiences, ClientKeys keys, StateStore store, Clock clock) {
    this.audiences = Set.copyOf(audiences);
    this.keys = keys;
    this.seen = store.values("auth:jti:", String.class);
    this.clock = clock;
  }

  OAuthClient check(OAuthParameters form, CompositeClientSource clients) throws OAuthException {
    if (!form.require("client_assertion_type").equals(JWTAuthentication.CLIENT_ASSERTION_TYPE)) {
      throw OAuthException.invalidRequest(
          "Unsupported client_assertion_type", SpecificationReference.rfc(7523, "2.2"));
    }
    try {
      String assertion = form.require("client_assertion");
      require(Base64Url.ofSignedToken(assertion), "it must be a signed JWT");
      SignedJWT jwt = SignedJWT.parse(assertion);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      require(claims.getSubject() != null, "sub is missing");
      require(
          claims.getSubject().equals(claims.getIssuer()), "iss and sub must both be the client_id");
      require(
          form.get("client_id").filter(id -> !id.equals(claims.getSubject())).isEmpty(),
          "sub must be equal to the parameter client_id");
      OAuthClient client = clients.find(claims.getSubject());
      require(
          client.authenticatesWith(ClientAuthenticationMethod.PRIVATE_KEY_JWT),
          "the client is not registered for private_key_jwt");
      require(signed(jwt, client), "the signature does not match a key of the client");
      times(claims);
      require(
          !Collections.disjoint(audiences, claims.getAudience()),
          "aud must contain the issuer or the token endpoint of this server");
      once(client, claims);
      return client;
    } catch (ParseException e) {
      throw refused("it must be a signed JWT");
    }
  }

  private boolean signed(SignedJWT jwt, OAuthClient client) throws OAuthException {
    JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
    if (!ALGORITHMS.contains(algorithm)) {
      return false;
    }
    JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(jwt.getHeader()));
    for (JWK key : selector.select(keys.of(client))) {
      if (key instanceof AsymmetricJWK pair && verifies(jwt, pair)) {
        return true;
      }
    }
    return false;
  }

  private static boolean verifies(SignedJWT jwt, AsymmetricJWK key) {
    try {
      JWSVerifier verifier =
          new DefaultJWSVerifierFactory().createJWSVerifier(jwt.getHeader(), key.toPublicKey());
      return jwt.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }

  private void times(JWTClaimsSet claims) throws OAuthException {
    Instant now = clock.instant();
    Date end = claims.getExpirationTime();
    require(
        end != null && end.toInstant().plus(SKEW).isAfter(now), "exp is missing or in the past");
    require(
        end.toInstant().isBefore(now.plus(LONGEST)), "exp must be at most one hour in the future");
    require(!later(claims.getIssueTime(), now), "iat is in the future");
    require(!later(claims.getNotBeforeTime(), now), "nbf is in the future");
  }

  private static boolean later(Date time, Instant now) {
    return time != null && time.toInstant().minus(SKEW).isAfter(now);
  }

  private void once(OAuthClient client, JWTClaimsSet claims) throws OAuthException {
    String id = claims.getJWTID();
    require(id != null && !id.isEmpty(), "jti is missing");
    Duration life =
        Duration.between(clock.instant(), claims.getExpirationTime().toInstant().plus(SKEW));
    String key = RandomSecrets.digest(client.id() + "\n" + id);
    require(seen.putIfAbsent(key, "1", life.plusSeconds(1)), "jti was used before");
  }

  private static void require(boolean right, String wrong) throws OAuthException {
    if (!right) {
      throw refused(wrong);
    }
  }

  private static OAuthException refused(String wrong) {
    return OAuthException.invalidClient("Invalid client_assertion: " + wrong, RULE);
  }
}
