package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.Clients;
import io.everythingmcp.server.auth.server.client.RedirectCheck;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import java.util.List;

/**
 * Where a client sends a person. As long as it is not certain that the request is of a client we
 * know, and where its answers go, whatever is wrong is shown to the person.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section
 *     4.1.2.1</a>
 */
final class AuthorizeEndpoint implements Endpoint {
  private final Clients clients;
  private final PushedRequests pushed;
  private final AskRules rules;
  private final Steps steps;
  private final Browsers browsers;
  private final AuthorizeErrors errors;

  AuthorizeEndpoint(
      Clients clients,
      PushedRequests pushed,
      AskRules rules,
      Steps steps,
      Browsers browsers,
      AuthorizeErrors errors) {
    this.clients = clients;
    this.pushed = pushed;
    this.rules = rules;
    this.steps = steps;
    this.browsers = browsers;
    this.errors = errors;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) throws Refusal {
    Parameters sent =
        Parameters.repeatable(request).once(List.of("client_id", "redirect_uri", "request_uri"));
    Parameters asked = pushed.resolve(sent);
    Client client = clients.find(asked.require("client_id"));
    String redirectUri = RedirectCheck.of(client, asked.get("redirect_uri"));
    Ask ask;
    try {
      ask = rules.check(client, redirectUri, asked.onceEach());
    } catch (Refusal refusal) {
      return errors.tell(request, client, redirectUri, AskRules.answerable(asked), refusal);
    }
    return steps.begin(request, client, ask, browsers);
  }
}
