package io.everythingmcp.server.auth.server.consent;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.auth.server.client.Client;
import io.everythingmcp.server.auth.server.client.ClientAuthenticator;
import io.everythingmcp.server.auth.server.client.RedirectCheck;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Parameters;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Replies;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes authorization requests from clients directly, and gives them a name for it that the browser
 * carries instead. A name is good once, for a minute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2">RFC 9126, section 2</a>
 */
final class PushedRequests implements Endpoint {
  private static final Rule RULE = Rule.rfc(9126, "2.1");
  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final int LONGEST = 8_192;

  /** What an authorization request is read for; of nothing else a copy is kept. */
  private static final Set<String> KNOWN =
      Set.of(
          "response_type",
          "response_mode",
          "redirect_uri",
          "scope",
          "state",
          "code_challenge",
          "code_challenge_method",
          "prompt",
          "resource");

  private final ClientAuthenticator clients;
  private final AskRules rules;
  private final KeyedValues<Pushed> requests;

  PushedRequests(ClientAuthenticator clients, AskRules rules, Store store) {
    this.clients = clients;
    this.rules = rules;
    this.requests = store.values("auth:par:", Pushed.class);
  }

  /**
   * A request that was pushed.
   *
   * @param clientId by whom
   * @param parameters what it was
   */
  record Pushed(String clientId, Map<String, List<String>> parameters) {}

  @Override
  public HTTPResponse answer(HTTPRequest request) throws Refusal {
    Parameters form = Parameters.ofForm(request);
    Client client = clients.authenticate(request, form);
    if (form.get("request_uri").isPresent()) {
      throw Refusal.invalidRequest("A request_uri cannot be pushed", RULE);
    }
    rules.check(client, RedirectCheck.of(client, form.get("redirect_uri")), form);
    Map<String, List<String>> parameters = new HashMap<>(form.all());
    parameters.keySet().retainAll(KNOWN);
    if (length(parameters) > LONGEST) {
      throw Refusal.invalidRequest(
          "The parameters are longer than " + LONGEST + " characters in all", RULE);
    }
    parameters.put("client_id", List.of(client.id()));
    String id = Secrets.random();
    requests.put(Secrets.digest(id), new Pushed(client.id(), parameters), LIFE);
    return Replies.json(
        HTTPResponse.SC_CREATED,
        Map.of("request_uri", PREFIX + id, "expires_in", LIFE.toSeconds()));
  }

  private static int length(Map<String, List<String>> parameters) {
    return parameters.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
  }

  /** The request that is meant: as it was sent, or the one that was pushed under its name. */
  Parameters resolve(Parameters sent) throws Refusal {
    String uri = sent.get("request_uri").orElse("");
    if (uri.isEmpty()) {
      return sent;
    }
    String clientId = sent.require("client_id");
    if (!uri.startsWith(PREFIX)) {
      throw new Refusal(
          OAuth2Error.INVALID_REQUEST_URI,
          "request_uri is not one that this server gave",
          Rule.rfc(9126, "4"));
    }
    return requests
        .take(Secrets.digest(uri.substring(PREFIX.length())))
        .filter(pushed -> pushed.clientId().equals(clientId))
        .map(pushed -> new Parameters(pushed.parameters()))
        .orElseThrow(
            () ->
                new Refusal(
                    OAuth2Error.INVALID_REQUEST_URI,
                    "request_uri is not known, has expired or was used",
                    Rule.rfc(9126, "4")));
  }
}
