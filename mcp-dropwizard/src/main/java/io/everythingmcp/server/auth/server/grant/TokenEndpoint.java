package io.everythingmcp.server.auth.server.grant;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Replies;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import java.util.Map;

/**
 * Gives tokens to clients.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 */
public final class TokenEndpoint implements Endpoint {
  private static final Rule RULE = Rule.rfc(6749, "5.2");

  private final ClientAuthenticator clients;
  private final Map<String, GrantHandler> handlers;

  TokenEndpoint(ClientAuthenticator clients, Map<String, GrantHandler> handlers) {
    this.clients = clients;
    this.handlers = Map.copyOf(handlers);
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) throws Refusal {
    Parameters form = Parameters.ofForm(request);
    Client client = clients.authenticate(request, form);
    String type = form.require("grant_type");
    GrantHandler handler = handlers.get(type);
    if (handler == null) {
      throw new Refusal(
          OAuth2Error.UNSUPPORTED_GRANT_TYPE, "grant_type is one that this server lacks", RULE);
    }
    if (!client.grants().contains(type)) {
      throw new Refusal(
          OAuth2Error.UNAUTHORIZED_CLIENT, "The client has not registered this grant_type", RULE);
    }
    return Replies.json(HTTPResponse.SC_OK, handler.redeem(client, form).document());
  }
}
