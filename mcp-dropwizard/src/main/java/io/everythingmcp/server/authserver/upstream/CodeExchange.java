package io.everythingmcp.server.authserver.upstream;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.util.List;

/** Redeems the code that a provider sent with the browser. */
final class CodeExchange {
  private final UpstreamSettings settings;
  private final OidcProviderMetadata provider;

  CodeExchange(UpstreamSettings settings, OidcProviderMetadata provider) {
    this.settings = settings;
    this.provider = provider;
  }

  /** Returns the code of a response. */
  static AuthorizationCode code(OAuthParameters callback) throws UpstreamLoginException {
    String error = callback.get("error").orElse("");
    if (error.equals("access_denied")) {
      throw UpstreamLoginException.denied();
    }
    if (!error.isEmpty()) {
      throw UpstreamLoginException.invalidResponse("The provider returned an error");
    }
    return new AuthorizationCode(
        callback
            .get("code")
            .filter(code -> !code.isBlank())
            .orElseThrow(
                () -> UpstreamLoginException.invalidResponse("The authorization code is missing")));
  }

  OIDCTokenResponse redeem(
      UpstreamLogin login, AuthorizationCode code, OIDCProviderMetadata metadata)
      throws UpstreamLoginException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, settings.callback(), new CodeVerifier(login.verifier()));
    ClientID id = new ClientID(settings.clientId());
    TokenRequest request =
        settings.clientSecret().isEmpty()
            ? new TokenRequest(metadata.getTokenEndpointURI(), id, grant, null)
            : new TokenRequest(
                metadata.getTokenEndpointURI(), authentication(id, metadata), grant, null);
    HTTPResponse response = provider.send(request.toHTTPRequest());
    try {
      TokenResponse tokens = OIDCTokenResponseParser.parse(response);
      if (tokens.indicatesSuccess()
          && tokens.toSuccessResponse() instanceof OIDCTokenResponse success
          && success.getOIDCTokens().getIDToken() != null) {
        return success;
      }
      throw UpstreamLoginException.invalidResponse("The provider rejected its authorization code");
    } catch (ParseException e) {
      throw UpstreamLoginException.invalidResponse("The provider's response cannot be parsed");
    }
  }

  private ClientAuthentication authentication(ClientID id, OIDCProviderMetadata metadata) {
    Secret secret = new Secret(settings.clientSecret());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean post =
        methods != null && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    return post ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
  }
}
