package io.everythingmcp.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.everythingmcp.idp.model.IdpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** Application with a login at the provider, based on Nimbus. */
final class NimbusApplication {
  static final String ID = "app";
  static final URI CALLBACK = URI.create("http://localhost:3999/cb?keep=1");
  static final ClientAuthentication RIGHT =
      new ClientSecretBasic(new ClientID(ID), new Secret("app-secret"));
  private static final int PATIENCE_MS = 60_000;

  final State state = new State();
  final Nonce nonce = new Nonce();
  final CodeVerifier verifier = new CodeVerifier();
  private final URI issuer;
  private final int timeoutMillis;

  NimbusApplication(URI issuer) {
    this(issuer, PATIENCE_MS);
  }

  NimbusApplication(URI issuer, int patience) {
    this.issuer = issuer;
    this.timeoutMillis = patience;
  }

  /** Returns the client registration at the provider. */
  static IdpClient registered() {
    return IdpClient.confidential(ID, "app-secret", CALLBACK.toString());
  }

  AuthenticationRequest.Builder authenticationRequest() {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid", "profile", "email"), new ClientID(ID), CALLBACK)
        .endpointURI(URI.create(issuer + "/authorize"))
        .state(state)
        .nonce(nonce)
        .codeChallenge(verifier, CodeChallengeMethod.S256);
  }

  URI login() {
    return authenticationRequest().build().toURI();
  }

  static String code(HttpResponse<String> back) {
    return LoginBrowser.redirectParameters(back).get("code").get(0);
  }

  /** Returns the token response for a code. */
  TokenResponse redeem(String code) {
    return redeem(code, RIGHT, CALLBACK, verifier);
  }

  TokenResponse redeem(String code, ClientAuthentication client, URI callback, CodeVerifier proof) {
    TokenRequest request =
        new TokenRequest.Builder(
                URI.create(issuer + "/token"),
                client,
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, proof))
            .build();
    try {
      return OIDCTokenResponseParser.parse(response(request.toHTTPRequest()));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  OIDCTokens tokens(String code) {
    TokenResponse response = redeem(code);
    if (!response.indicatesSuccess()) {
      throw new AssertionError(response.toErrorResponse().getErrorObject().toString());
    }
    return (OIDCTokens) response.toSuccessResponse().getTokens();
  }

  /** Verifies signature, issuer, audience, times and nonce. */
  IDTokenClaimsSet verify(OIDCTokens tokens, JWSAlgorithm algorithm)
      throws BadJOSEException, JOSEException {
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(new Issuer(issuer));
      return new IDTokenValidator(
              new Issuer(issuer), new ClientID(ID), algorithm, metadata.getJWKSetURI().toURL())
          .validate(tokens.getIDToken(), nonce);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (com.nimbusds.oauth2.sdk.GeneralException e) {
      throw new AssertionError(e);
    }
  }

  HTTPResponse userInfo(OIDCTokens tokens) {
    return response(
        new UserInfoRequest(URI.create(issuer + "/userinfo"), tokens.getAccessToken())
            .toHTTPRequest());
  }

  private HTTPResponse response(com.nimbusds.oauth2.sdk.http.HTTPRequest request) {
    request.setReadTimeout(timeoutMillis);
    try {
      return request.send();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
