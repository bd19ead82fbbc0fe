package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RedirectUriResolver;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.limit.StoredEntryLimit;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Pushed authorization request endpoint: accepts parameters from clients and returns a request_uri,
 * which is valid once and for one minute.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9126#section-2">RFC 9126, section 2</a>
 */
final class PushedAuthorizationEndpoint implements OAuthEndpoint {
  private static final SpecificationReference RULE = SpecificationReference.rfc(9126, "2.1");
  private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final int LONGEST = 8_192;

  /** Stored parameters; others are not copied. */
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
  private final AuthorizationRequestRules rules;
  private final KeyValueStore<Pushed> requests;
  private final StoredEntryLimit limit;

  /**
   * Creates the endpoint.
   *
   * @param most maximum number of stored requests
   */
  PushedAuthorizationEndpoint(
      ClientAuthenticator clients, AuthorizationRequestRules rules, StateStore store, int most) {
    this.clients = clients;
    this.rules = rules;
    this.requests = store.values("auth:par:", Pushed.class);
    this.limit =
        new StoredEntryLimit(
            store,
            new StoredEntryLimit.Names("auth:pars", "auth:par-network:"),
            most,
            requests::remove);
  }

  /**
   * Pushed request.
   *
   * @param clientId the client
   * @param parameters its parameters
   */
  record Pushed(String clientId, Map<String, List<String>> parameters) {}

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters form = OAuthParameters.ofForm(request);
    OAuthClient client = clients.authenticate(request, form);
    if (form.get("request_uri").isPresent()) {
      throw OAuthException.invalidRequest("A request_uri cannot be pushed", RULE);
    }
    rules.check(client, RedirectUriResolver.of(client, form.get("redirect_uri")), form);
    Map<String, List<String>> parameters = new HashMap<>(form.all());
    parameters.keySet().retainAll(KNOWN);
    if (length(parameters) > LONGEST) {
      throw OAuthException.invalidRequest(
          "The parameters are longer than " + LONGEST + " characters in all", RULE);
    }
    parameters.put("client_id", List.of(client.id()));
    String id = RandomSecrets.random();
    String key = RandomSecrets.digest(id);
    if (!limit.admit(key, request.getClientIPAddress(), LIFE)) {
      throw OAuthException.unavailable(
          "There are too many pushed authorization requests from this address; try again later",
          SpecificationReference.rfc(9126, "2.3"));
    }
    requests.put(key, new Pushed(client.id(), parameters), LIFE);
    return OAuthResponses.json(
        HTTPResponse.SC_CREATED,
        Map.of("request_uri", PREFIX + id, "expires_in", LIFE.toSeconds()));
  }

  private static int length(Map<String, List<String>> parameters) {
    return parameters.values().stream().flatMap(List::stream).mapToInt(String::length).sum();
  }

  /** Returns the effective parameters: as sent, or those of the pushed request. */
  OAuthParameters resolve(OAuthParameters sent) throws OAuthException {
    String uri = sent.get("request_uri").orElse("");
    if (uri.isEmpty()) {
      return sent;
    }
    String clientId = sent.require("client_id");
    if (!uri.startsWith(PREFIX)) {
      throw new OAuthException(
          OAuth2Error.INVALID_REQUEST_URI,
          "request_uri was not issued by this server",
          SpecificationReference.rfc(9126, "4"));
    }
    String key = RandomSecrets.digest(uri.substring(PREFIX.length()));
    Optional<Pushed> found = requests.take(key);
    found.ifPresent(pushed -> limit.release(key));
    return found
        .filter(pushed -> pushed.clientId().equals(clientId))
        .map(pushed -> new OAuthParameters(pushed.parameters()))
        .orElseThrow(
            () ->
                new OAuthException(
                    OAuth2Error.INVALID_REQUEST_URI,
                    "Invalid request_uri: unknown, expired or already used",
                    SpecificationReference.rfc(9126, "4")));
  }
}
