package io.everythingmcp.server.authserver.upstream;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.net.URI;
import java.time.Clock;
import net.minidev.json.JSONObject;

/**
 * GitHub, which supports OAuth but not OpenID Connect: the user is read from its API.
 *
 * @see <a
 *     href="https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">Authorizing
 *     OAuth apps</a>
 */
public final class GitHubUpstream implements UpstreamIdentityProvider {
  private static final URI PUBLIC = URI.create("https://github.com");

  private final UpstreamSettings settings;
  private final OidcProviderMetadata http;
  private final URI host;
  private final URI user;

  /**
   * Creates the provider.
   *
   * @param settings its {@code discovery} is the host: of github.com, or of a self-hosted server
   */
  public GitHubUpstream(UpstreamSettings settings, HTTPRequestSender sender, Clock clock) {
    this.settings = settings;
    this.http = new OidcProviderMetadata(settings.discovery(), sender, clock);
    this.host = settings.discovery();
    this.user =
        host.equals(PUBLIC)
            ? URI.create("https://api.github.com/user")
            : URI.create(host + "/api/v3/user");
  }

  @Override
  public String name() {
    return "GitHub";
  }

  @Override
  public URI begin(UpstreamLogin login) {
    return new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(settings.clientId()))
        .endpointURI(URI.create(host + "/login/oauth/authorize"))
        .redirectionURI(settings.callback())
        .scope(new Scope(settings.scopes().toArray(String[]::new)))
        .state(new State(login.state()))
        .codeChallenge(new CodeVerifier(login.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  @Override
  public UpstreamUser finish(UpstreamLogin login, OAuthParameters callback)
      throws UpstreamLoginException {
    AccessToken token = redeem(login, CodeExchange.code(callback));
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, user);
    request.setAuthorization("Bearer " + token.getValue());
    request.setAccept("application/vnd.github+json");
    HTTPResponse response = http.send(request);
    try {
      response.ensureStatusCode(HTTPResponse.SC_OK);
      JSONObject document = response.getBodyAsJSONObject();
      if (!(document.get("id") instanceof Number id)) {
        throw UpstreamLoginException.invalidResponse("The provider's response has no user id");
      }
      String name = document.get("name") instanceof String text ? text : "";
      return new UpstreamUser(
          host + "|" + id.longValue(), name, document, token.toJSONObject().toJSONString());
    } catch (ParseException e) {
      throw UpstreamLoginException.invalidResponse("The provider's response has no user id");
    }
  }

  private AccessToken redeem(UpstreamLogin login, AuthorizationCode code)
      throws UpstreamLoginException {
    TokenRequest request =
        new TokenRequest(
            URI.create(host + "/login/oauth/access_token"),
            new ClientSecretPost(
                new ClientID(settings.clientId()), new Secret(settings.clientSecret())),
            new AuthorizationCodeGrant(
                code, settings.callback(), new CodeVerifier(login.verifier())),
            null);
    HTTPRequest message = request.toHTTPRequest();
    message.setAccept("application/json");
    try {
      TokenResponse tokens = TokenResponse.parse(http.send(message));
      if (tokens.indicatesSuccess()) {
        return tokens.toSuccessResponse().getTokens().getAccessToken();
      }
    } catch (ParseException e) {
      // GitHub returns errors with HTTP status 200.
    }
    throw UpstreamLoginException.invalidResponse("The provider rejected its authorization code");
  }
}
