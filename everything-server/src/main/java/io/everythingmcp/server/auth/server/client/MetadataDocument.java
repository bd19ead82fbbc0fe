package io.everythingmcp.server.auth.server.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import io.everythingmcp.server.wire.Json;
import java.util.Set;

/**
 * Reads the document that a client publishes about itself. Whatever is published is no secret, so
 * such a client has none.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-4">Client
 *     information discovery</a>
 */
final class MetadataDocument {
  private static final Rule RULE = Rule.metadataDocument("4");
  private static final Set<String> METHODS = Set.of("none", "private_key_jwt");

  private MetadataDocument() {}

  static Client read(String id, String text) throws Refusal {
    JsonNode tree = tree(text);
    require(tree.path("client_id").asText().equals(id), "names another client_id");
    require(!tree.has("client_secret") && !tree.has("client_secret_expires_at"), "has a secret");
    require(!tree.path("client_name").asText().isBlank(), "has no client_name");
    require(tree.path("redirect_uris").size() > 0, "has no redirect_uris");
    ClientMetadata metadata = metadata(text);
    ClientAuthenticationMethod method =
        tree.has("token_endpoint_auth_method")
            ? metadata.getTokenEndpointAuthMethod()
            : ClientAuthenticationMethod.NONE;
    require(METHODS.contains(method.getValue()), "wants a way to authenticate that it cannot have");
    return MetadataRules.check(id, Client.Origin.DOCUMENT, metadata, method);
  }

  private static JsonNode tree(String text) throws Refusal {
    try {
      JsonNode tree = Json.MAPPER.readTree(text);
      require(tree.isObject(), "is not a JSON object");
      return tree;
    } catch (JsonProcessingException e) {
      throw refused("is not JSON");
    }
  }

  private static ClientMetadata metadata(String text) throws Refusal {
    try {
      return ClientMetadata.parse(JSONObjectUtils.parse(text));
    } catch (com.nimbusds.oauth2.sdk.ParseException e) {
      throw refused("is not valid metadata of a client");
    }
  }

  private static void require(boolean right, String wrong) throws Refusal {
    if (!right) {
      throw refused(wrong);
    }
  }

  private static Refusal refused(String wrong) {
    return Refusal.invalidClient("The document about the client " + wrong, RULE);
  }
}
