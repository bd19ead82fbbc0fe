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
import io.everythingmcp.idp.script.IdpScript;
import io.everythingmcp.idp.script.ProtocolFault;
import io.everythingmcp.idp.state.IdpKeys;
import io.everythingmcp.idp.state.MemoryState;
import io.everythingmcp.idp.state.StoredKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;

/**
 * Issues the access token and the ID token of a token response.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#IDToken">OpenID Connect Core,
 *     section 2</a>
 */
final class IdpTokenIssuer {
  private static final Duration LONG_AGO = Duration.ofHours(1);

  private final IdpSettings settings;
  private final IdpKeys keys;
  private final IdpScript script;
  private final InstantSource clock;

  IdpTokenIssuer(IdpSettings settings, IdpKeys keys, IdpScript script, InstantSource clock) {
    this.settings = settings;
    this.keys = keys;
    this.script = script;
    this.clock = clock;
  }

  IdpResponse response(IdpGrant grant, String accessToken) {
    BearerAccessToken access =
        new BearerAccessToken(accessToken, settings.tokenLife().toSeconds(), grant.scope());
    AccessTokenResponse response =
        script.take(ProtocolFault.NO_ID_TOKEN)
            ? new AccessTokenResponse(new com.nimbusds.oauth2.sdk.token.Tokens(access, null))
            : new OIDCTokenResponse(new OIDCTokens(idToken(grant, access), access, null));
    return IdpResponse.json(200, IdpJson.of(response.toJSONObject()));
  }

  private JWT idToken(IdpGrant grant, BearerAccessToken access) {
    boolean expired = script.take(ProtocolFault.EXPIRED);
    Instant issued =
        clock.instant().minus(expired ? settings.tokenLife().plus(LONG_AGO) : Duration.ZERO);
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(
                script.take(ProtocolFault.WRONG_ISSUER)
                    ? "https://another-provider.example"
                    : settings.issuer().toString())
            .subject(grant.login().user().subject())
            .audience(
                script.take(ProtocolFault.WRONG_AUDIENCE) ? "another-client" : grant.clientId())
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(issued.plus(settings.tokenLife())))
            .claim("auth_time", grant.login().at().getEpochSecond())
            .claim(
                "at_hash", AccessTokenHash.compute(access, settings.algorithm(), null).getValue());
    UserClaims.of(grant).forEach(claims::claim);
    nonce(grant, claims);
    return sign(claims.build());
  }

  private void nonce(IdpGrant grant, JWTClaimsSet.Builder claims) {
    if (script.take(ProtocolFault.WRONG_NONCE)) {
      claims.claim("nonce", "another-nonce");
    } else if (!script.take(ProtocolFault.NO_NONCE) && !grant.nonce().isEmpty()) {
      claims.claim("nonce", grant.nonce());
    }
  }

  private JWT sign(JWTClaimsSet claims) {
    if (script.take(ProtocolFault.UNSIGNED)) {
      return new PlainJWT(claims);
    }
    JWK published = keys.keys().get(0);
    JWK key =
        script.take(ProtocolFault.WRONG_SIGNATURE)
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
