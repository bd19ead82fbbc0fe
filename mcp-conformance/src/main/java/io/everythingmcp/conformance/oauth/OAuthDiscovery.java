package io.everythingmcp.conformance.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The discovery of metadata before a token request.
 *
 * @param challenge the header {@code WWW-Authenticate}; empty if there was none
 * @param resource metadata of the server; missing if there is none
 * @param server metadata of the first authorization server; missing if there is none
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization/authorization-server-discovery">Discovery</a>
 */
public record OAuthDiscovery(String challenge, JsonNode resource, JsonNode server) {
  private static final Pattern METADATA = Pattern.compile("resource_metadata=\"([^\"]+)\"");

  /** Discovers the metadata. */
  public static OAuthDiscovery of(RawClient client, URI endpoint) {
    RawResponse refused =
        client.at(endpoint).post("", JsonRpcMessages.initialize("2025-11-25", "{}")).send();
    String challenge = String.join(", ", refused.headers("WWW-Authenticate"));
    refused.text();
    List<URI> places = new ArrayList<>();
    Matcher named = METADATA.matcher(challenge);
    if (named.find()) {
      places.add(endpoint.resolve(named.group(1)));
    }
    String wellKnown = "/.well-known/oauth-protected-resource";
    places.add(endpoint.resolve(wellKnown + endpoint.getRawPath()));
    places.add(endpoint.resolve(wellKnown));
    JsonNode resource = first(client, places, "authorization_servers");
    String issuer = resource.path("authorization_servers").path(0).asText();
    JsonNode server = issuer.isEmpty() ? resource.path("none") : server(client, URI.create(issuer));
    return new OAuthDiscovery(challenge, resource, server);
  }

  private static JsonNode server(RawClient client, URI issuer) {
    String path = issuer.getRawPath().replaceFirst("/$", "");
    return first(
        client,
        List.of(
            issuer.resolve("/.well-known/oauth-authorization-server" + path),
            issuer.resolve("/.well-known/openid-configuration" + path),
            issuer.resolve(path + "/.well-known/openid-configuration")),
        "issuer");
  }

  private static JsonNode first(RawClient client, List<URI> places, String field) {
    for (URI place : places) {
      McpResponse reply = McpResponse.of(client.at(place).request("GET", "").send(), request -> {});
      if (reply.status() == 200 && reply.message().has(field)) {
        return reply.message();
      }
    }
    return MissingNode.getInstance();
  }

  public boolean found() {
    return server.has("token_endpoint");
  }

  /** An address in the metadata of the authorization server. */
  public URI endpoint(String name) {
    String address = server.path(name).asText();
    if (address.isEmpty()) {
      throw new AssertionError("The authorization server has no " + name);
    }
    return URI.create(address);
  }

  /** Returns the resource for which tokens are requested. */
  public String resourceName() {
    return resource.path("resource").asText();
  }

  /**
   * Returns the initially requested scopes: those of the challenge, otherwise those of the
   * metadata.
   */
  public String scope() {
    Matcher named = Pattern.compile("(?<![\\w])scope=\"([^\"]*)\"").matcher(challenge);
    return named.find() ? named.group(1) : joined(resource.path("scopes_supported"));
  }

  private static String joined(JsonNode names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add(name.asText()));
    return String.join(" ", all);
  }
}
