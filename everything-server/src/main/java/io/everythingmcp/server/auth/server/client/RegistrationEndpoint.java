package io.everythingmcp.server.auth.server.client;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import io.everythingmcp.server.auth.server.endpoint.Endpoint;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Replies;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.auth.server.endpoint.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.minidev.json.JSONObject;

/**
 * Lets clients register themselves. Nobody has looked at them, so their registration gives them
 * nothing but an id: what they may do is up to each person who lets them in.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3">RFC 7591, section 3</a>
 */
public final class RegistrationEndpoint implements Endpoint {
  private static final Rule RULE = Rule.rfc(7591, "3.1");
  private static final int LONGEST = 16 * 1024;
  private static final Set<String> METHODS =
      Set.of("none", "client_secret_basic", "client_secret_post", "private_key_jwt");

  private static final List<String> RETURNED =
      List.of("application_type", "client_uri", "scope", "jwks", "jwks_uri", "software_id");

  private final RegisteredClients clients;
  private final Duration life;
  private final Clock clock;

  /**
   * The endpoint.
   *
   * @param life how long a secret is good without being used
   */
  public RegistrationEndpoint(RegisteredClients clients, Duration life, Clock clock) {
    this.clients = clients;
    this.life = life;
    this.clock = clock;
  }

  @Override
  public HTTPResponse answer(HTTPRequest request) throws Refusal {
    JSONObject document = document(request);
    OIDCClientMetadata metadata = metadata(document);
    ClientAuthenticationMethod method = metadata.getTokenEndpointAuthMethod();
    if (method == null) {
      method = ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
    }
    if (!METHODS.contains(method.getValue())) {
      throw refused("token_endpoint_auth_method is one that this server does not know");
    }
    Client client =
        MetadataRules.check(Secrets.random(), Client.Origin.REGISTERED, metadata, method);
    applicationType(metadata, client);
    String secret = method.getValue().startsWith("client_secret") ? Secrets.random() : "";
    clients.add(withSecret(client, secret));
    return Replies.json(HTTPResponse.SC_CREATED, description(client, secret, document));
  }

  private static JSONObject document(HTTPRequest request) throws Refusal {
    if (request.getBody() != null && request.getBody().length() > LONGEST) {
      throw refused("The metadata is longer than " + LONGEST + " characters");
    }
    try {
      return request.getBodyAsJSONObject();
    } catch (ParseException e) {
      throw refused("The body is not a JSON object of the type application/json");
    }
  }

  private static OIDCClientMetadata metadata(JSONObject document) throws Refusal {
    try {
      return OIDCClientMetadata.parse(document);
    } catch (ParseException e) {
      boolean redirect =
          e.getErrorObject() != null
              && RegistrationError.INVALID_REDIRECT_URI
                  .getCode()
                  .equals(e.getErrorObject().getCode());
      ErrorObject error =
          redirect
              ? RegistrationError.INVALID_REDIRECT_URI
              : RegistrationError.INVALID_CLIENT_METADATA;
      throw new Refusal(error, "The metadata cannot be read as RFC 7591 describes it", RULE);
    }
  }

  /** A client that says it runs on a web server is not sent to an application of the person. */
  private static void applicationType(OIDCClientMetadata metadata, Client client) throws Refusal {
    boolean web = ApplicationType.WEB.equals(metadata.getApplicationType());
    if (web
        && client.redirectUris().stream()
            .map(URI::create)
            .anyMatch(RedirectUris::isOfApplication)) {
      throw new Refusal(
          RegistrationError.INVALID_REDIRECT_URI,
          "A client with the application_type web has redirect URIs of the web only",
          RULE);
    }
  }

  private static Client withSecret(Client client, String secret) {
    return new Client(
        client.id(),
        client.name(),
        client.origin(),
        client.redirectUris(),
        client.method(),
        secret.isEmpty() ? "" : Secrets.digest(secret),
        client.grants(),
        client.scopes(),
        client.keys(),
        client.keysUri());
  }

  private Map<String, ?> description(Client client, String secret, JSONObject asked) {
    Map<String, Object> description = new LinkedHashMap<>();
    description.put("client_id", client.id());
    description.put("client_id_issued_at", clock.instant().getEpochSecond());
    if (!secret.isEmpty()) {
      description.put("client_secret", secret);
      description.put("client_secret_expires_at", clock.instant().plus(life).getEpochSecond());
    }
    if (!client.name().isEmpty()) {
      description.put("client_name", client.name());
    }
    description.put("redirect_uris", client.redirectUris());
    description.put("token_endpoint_auth_method", client.method());
    description.put("grant_types", client.grants());
    description.put("response_types", List.of("code"));
    for (String field : RETURNED) {
      if (asked.containsKey(field)) {
        description.put(field, asked.get(field));
      }
    }
    return description;
  }

  private static Refusal refused(String wrong) {
    return new Refusal(RegistrationError.INVALID_CLIENT_METADATA, wrong, RULE);
  }
}
