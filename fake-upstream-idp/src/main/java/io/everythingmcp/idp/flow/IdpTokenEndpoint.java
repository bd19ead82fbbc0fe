package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import io.everythingmcp.idp.model.IdpClient;
import io.everythingmcp.idp.model.IdpSettings;
import java.util.Optional;
import java.util.Set;

/**
 * Issues tokens for codes.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#TokenEndpoint">OpenID Connect
 *     Core, section 3.1.3</a>
 */
final class IdpTokenEndpoint implements IdpEndpoint {
  private final IdpSettings settings;
  private final IdpGrantStore grants;
  private final IdpTokenIssuer tokens;

  IdpTokenEndpoint(IdpSettings settings, IdpGrantStore grants, IdpTokenIssuer tokens) {
    this.settings = settings;
    this.grants = grants;
    this.tokens = tokens;
  }

  @Override
  public Set<String> methods() {
    return Set.of("POST");
  }

  @Override
  public IdpResponse serve(IdpRequest http) {
    TokenRequest request;
    try {
      request = TokenRequest.parse(nimbus(http));
    } catch (ParseException e) {
      return refuse(e.getErrorObject() == null ? OAuth2Error.INVALID_REQUEST : e.getErrorObject());
    }
    Optional<IdpClient> client = client(request);
    if (client.isEmpty()) {
      return refuse(OAuth2Error.INVALID_CLIENT);
    }
    if (!(request.getAuthorizationGrant() instanceof AuthorizationCodeGrant sent)) {
      return refuse(OAuth2Error.UNSUPPORTED_GRANT_TYPE);
    }
    String code = sent.getAuthorizationCode().getValue();
    return grants
        .redeem(code)
        .filter(grant -> belongs(grant, client.get(), sent))
        .map(grant -> tokens.response(grant, grants.accessToken(grant, code)))
        .orElseGet(
            () ->
                refuse(
                    OAuth2Error.INVALID_GRANT.setDescription(
                        "The code is unknown, used or expired, or belongs to another client,"
                            + " redirect_uri or code_verifier")));
  }

  private HTTPRequest nimbus(IdpRequest http) throws ParseException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, settings.at("/token"));
    request.setContentType(http.header("Content-Type").orElse("text/plain"));
    http.header("Authorization").ifPresent(request::setAuthorization);
    request.setBody(http.body());
    return request;
  }

  /**
   * The authenticated client; empty if authentication failed or the client must not use this
   * method.
   */
  private Optional<IdpClient> client(TokenRequest request) {
    ClientAuthentication authentication = request.getClientAuthentication();
    if (authentication == null) {
      return Optional.ofNullable(request.getClientID())
          .flatMap(id -> settings.client(id.getValue()))
          .filter(client -> client.methods().contains(ClientAuthenticationMethod.NONE));
    }
    return settings
        .client(authentication.getClientID().getValue())
        .filter(client -> client.methods().contains(authentication.getMethod()))
        .filter(
            client ->
                authentication instanceof PlainClientSecret plain
                    && IdpSecrets.same(plain.getClientSecret().getValue(), client.secret()));
  }

  private static boolean belongs(IdpGrant grant, IdpClient client, AuthorizationCodeGrant sent) {
    return grant.clientId().equals(client.id())
        && sent.getRedirectionURI() != null
        && grant.redirectUri().equals(sent.getRedirectionURI().toString())
        && verified(grant.challenge(), sent.getCodeVerifier());
  }

  /** A verifier without a challenge is refused too: the challenge was removed from the request. */
  private static boolean verified(String challenge, CodeVerifier verifier) {
    if (challenge.isEmpty() || verifier == null) {
      return challenge.isEmpty() && verifier == null;
    }
    String computed = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();
    return IdpSecrets.same(challenge, computed);
  }

  private static IdpResponse refuse(ErrorObject error) {
    IdpResponse response =
        IdpResponse.json(
            error.getHTTPStatusCode(), IdpJson.of(new TokenErrorResponse(error).toJSONObject()));
    return error.getHTTPStatusCode() == 401
        ? response.with("WWW-Authenticate", "Basic realm=\"fake identity provider\"")
        : response;
  }
}
