package io.everythingmcp.idp.flow;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpSettings;
import io.everythingmcp.idp.script.Fault;
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.state.IdpKeys;
import io.everythingmcp.idp.state.MemoryState;
import io.everythingmcp.idp.state.StoredKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/**
 * What the token endpoint gives: an access token, and an ID token that says who logged in.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID Connect Core,
 *     section 2</a>
 */
final class Tokens {
  private static final Duration LONG_AGO = Duration.ofHours(1);

  private final IdpSettings settings;
  private final IdpKeys keys;
  private final IdpScript script;
  private final InstantSource clock;

  Tokens(IdpSettings settings, IdpKeys keys, IdpScript script, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.script = script;
    this.clock = clock;
  }

  IdpResponse response(Grant grant, String accessToken) {
    BearerAccessToken access =
        new BearerAccessToken(accessToken, settings.tokenLife().toSeconds(), grant.scope());
    AccessTokenResponse response =
        script.take(Fault.NO_ID_TOKEN)
            ? new AccessTokenResponse(new com.nimbusds.oauth2.sdk.token.Tokens(access, null))
            : new OIDCTokenResponse(new OIDCTokens(idToken(grant, access), access, null));
    return IdpResponse.json(200, Json.of(response.toJSONObject()));
  }

  private JWT idToken(Grant grant, BearerAccessToken access) {
    boolean expired = script.take(Fault.EXPIRED);
    Instant issued =
        clock.instant().minus(expired ? settings.tokenLife().plus(LONG_AGO) : Duration.ZERO);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(
                script.take(Fault.WRONG_ISSUER)
                    ? "https://another-provider.example"
                    : settings.issuer().toString())
            .subject(grant.login().user().subject())
            .audience(script.take(Fault.WRONG_AUDIENCE) ? "another-client" : grant.clientId())
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(issued.plus(settings.tokenLife())))
            .claim("auth_time", grant.login().at().getEpochSecond())
            .claim(
                "at_hash", AccessTokenHash.compute(access, settings.algorithm(), null).getValue());
    Claims.of(grant).forEach(claims::claim);
    nonce(grant, claims);
    return sign(claims.build());
  }

  private void nonce(Grant grant, JWTClaimsSet.Builder claims) {
    if (script.take(Fault.WRONG_NONCE)) {
      claims.claim("nonce", "a-nonce-that-nobody-sent");
    } else if (!script.take(Fault.NO_NONCE) && !grant.nonce().isEmpty()) {
      claims.claim("nonce", grant.nonce());
    }
  }

  private JWT sign(JWTClaimsSet claims) {
    if (script.take(Fault.UNSIGNED)) {
      return new PlainJWT(claims);
    }
    JWK published = keys.keys().get(0);
    JWK key =
        script.take(Fault.WRONG_SIGNATURE)
            ? new StoredKeys(new MemoryState(), settings.algorithm()).keys().get(0)
            : published;
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(settings.algorithm())
                .keyID(published.getKeyID())
                .type(JOSEObjectType.JWT)
                .build(),
            claims);
    try {
      token.sign(new DefaultJWSSignerFactory().createJWSSigner(key, settings.algorithm()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key does not sign", e);
    }
    return token;
  }
}
