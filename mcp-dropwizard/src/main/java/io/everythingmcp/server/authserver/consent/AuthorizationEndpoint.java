package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.CompositeClientSource;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectUriResolver;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import java.util.List;

/**
 * Authorization endpoint. Until the client and the redirect URI have been validated, errors are
 * shown to the user instead of sent to the client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section
 *     4.1.2.1</a>
 */
final class AuthorizationEndpoint implements OAuthEndpoint {
  private final CompositeClientSource clients;
  private final PushedAuthorizationEndpoint pushed;
  private final AuthorizationRequestRules rules;
  private final AuthorizationFlow flow;
  private final BrowserSessionCookies browsers;
  private final AuthorizeErrors errors;

  AuthorizationEndpoint(
      CompositeClientSource clients,
      PushedAuthorizationEndpoint pushed,
      AuthorizationRequestRules rules,
      AuthorizationFlow flow,
      BrowserSessionCookies browsers,
      AuthorizeErrors errors) {
    this.clients = clients;
    this.pushed = pushed;
    this.rules = rules;
    this.flow = flow;
    this.browsers = browsers;
    this.errors = errors;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters sent =
        OAuthParameters.repeatable(request)
            .once(List.of("client_id", "redirect_uri", "request_uri"));
    OAuthParameters parameters = pushed.resolve(sent);
    OAuthClient client = clients.find(parameters.require("client_id"));
    String redirectUri = RedirectUriResolver.of(client, parameters.get("redirect_uri"));
    try {
      ValidatedAuthorizationRequest authorization =
          rules.check(client, redirectUri, parameters.onceEach());
      return flow.begin(request, client, authorization, browsers);
    } catch (OAuthException refusal) {
      return errors.respond(
          request,
          client,
          redirectUri,
          AuthorizationRequestRules.returnableState(parameters),
          refusal);
    }
  }
}
