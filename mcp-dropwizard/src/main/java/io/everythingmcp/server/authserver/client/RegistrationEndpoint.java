package io.everythingmcp.server.authserver.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.security.audit.AuthenticationLog;
import io.everythingmcp.server.wire.WireJson;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Dynamic client registration. Clients are unverified, so a registration grants nothing: each user
 * decides which scopes to approve.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3">RFC 7591, section 3</a>
 */
public final class RegistrationEndpoint implements OAuthEndpoint {
  private static final int LONGEST = 16 * 1024;
  private static final String DEFAULT_METHOD = "client_secret_basic";
  private static final List<String> METHODS =
      List.of("none", DEFAULT_METHOD, "client_secret_post", "private_key_jwt");

  /** Members that are returned unchanged. */
  private static final List<String> RETURNED =
      List.of("client_uri", "jwks", "jwks_uri", "software_id", "software_version");

  private final RegisteredClients clients;
  private final MetadataRules rules;
  private final ScopeRule scopes;
  private final Duration life;
  private final Clock clock;

  /**
   * Creates the endpoint.
   *
   * @param rules rules for client metadata
   * @param scopes supported scopes
   * @param life lifetime of an unused client secret
   */
  public RegistrationEndpoint(
      RegisteredClients clients,
      MetadataRules rules,
      ScopeRule scopes,
      Duration life,
      Clock clock) {
    this.clients = clients;
    this.rules = rules;
    this.scopes = scopes;
    this.life = life;
    this.clock = clock;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    MetadataMembers metadata = MetadataMembers.of(document(request));
    String requested = metadata.text("token_endpoint_auth_method");
    String method = metadata.has("token_endpoint_auth_method") ? requested : DEFAULT_METHOD;
    if (!METHODS.contains(method)) {
      throw MetadataMembers.refused(
          "token_endpoint_auth_method must be one of " + String.join(", ", METHODS));
    }
    OAuthClient client =
        rules.check(RandomSecrets.random(), OAuthClient.Origin.REGISTERED, metadata, method);
    String secret = method.startsWith("client_secret") ? RandomSecrets.random() : "";
    clients.add(
        secret.isEmpty() ? client : client.withSecret(secret), request.getClientIPAddress());
    AuthenticationLog.happened(
        "client_registered",
        client.id(),
        "",
        "method=" + method + " name=\"" + client.name().replace('"', '?') + "\"");
    return OAuthResponses.json(HTTPResponse.SC_CREATED, description(client, secret, metadata));
  }

  private static JsonNode document(HTTPRequest request) throws OAuthException {
    String body = request.getBody() == null ? "" : request.getBody();
    if (body.length() > LONGEST) {
      throw MetadataMembers.refused("it must have at most " + LONGEST + " characters");
    }
    ContentType type = request.getEntityContentType();
    if (type == null || !type.matches(ContentType.APPLICATION_JSON)) {
      throw MetadataMembers.refused("Content-Type must be application/json");
    }
    try {
      JsonNode document = WireJson.MAPPER.readTree(body);
      if (document.isObject()) {
        return document;
      }
    } catch (JsonProcessingException e) {
      throw MetadataMembers.refused("it must be JSON");
    }
    throw MetadataMembers.refused("it must be a JSON object");
  }

  private Map<String, ?> description(OAuthClient client, String secret, MetadataMembers requested)
      throws OAuthException {
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
    description.put(
        "application_type", MetadataRules.applicationType(requested, client.redirectUris()));
    String supported = String.join(" ", scopes.supported(requested.text("scope")));
    if (!supported.isEmpty()) {
      description.put("scope", supported);
    }
    for (String name : RETURNED) {
      if (requested.has(name)) {
        description.put(name, requested.get(name));
      }
    }
    return description;
  }
}
