package io.everythingmcp.server.authserver.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.util.Map;

/**
 * Token endpoint.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 */
public final class TokenEndpoint implements OAuthEndpoint {
  private static final SpecificationReference RULE = SpecificationReference.rfc(6749, "5.2");

  private final ClientAuthenticator clients;
  private final Map<String, GrantHandler> handlers;

  TokenEndpoint(ClientAuthenticator clients, Map<String, GrantHandler> handlers) {
    this.clients = clients;
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters form = OAuthParameters.ofForm(request);
    OAuthClient client = clients.authenticate(request, form);
    String type = form.require("grant_type");
    GrantHandler handler = handlers.get(type);
    if (handler == null) {
      throw new OAuthException(
          OAuth2Error.UNSUPPORTED_GRANT_TYPE,
          "Unsupported grant_type; supported: authorization_code, refresh_token",
          RULE);
    }
    if (!client.grants().contains(type)) {
      throw new OAuthException(
          OAuth2Error.UNAUTHORIZED_CLIENT, "The client has not registered this grant_type", RULE);
    }
    return OAuthResponses.json(HTTPResponse.SC_OK, handler.redeem(client, form).document());
  }
}
