package io.everythingmcp.server.authserver.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/**
 * Parser of a client ID metadata document. Its content is public, so the client has no secret.
 *
 * @see <a
 *     href="https://datatracker.ietf.org/doc/html/draft-ietf-oauth-client-id-metadata-document-00#section-4">Client
 *     information discovery</a>
 */
final class MetadataDocument {
  private static final SpecificationReference RULE = SpecificationReference.metadataDocument("4");
  private static final List<String> METHODS = List.of("none", "private_key_jwt");

  private MetadataDocument() {}

  static OAuthClient read(String id, String text, MetadataRules rules) throws OAuthException {
    JsonNode tree = tree(text);
    require(
        tree.path("client_id").asText().equals(id), "client_id must be the URL of the document");
    require(
        !tree.has("client_secret") && !tree.has("client_secret_expires_at"),
        "client_secret and client_secret_expires_at are not allowed");
    MetadataMembers members = MetadataMembers.of(tree);
    require(!members.text("client_name").isBlank(), "client_name is missing");
    require(!members.redirectUris().isEmpty(), "redirect_uris is missing");
    String requested = members.text("token_endpoint_auth_method");
    String method = members.has("token_endpoint_auth_method") ? requested : METHODS.get(0);
    require(
        METHODS.contains(method),
        "token_endpoint_auth_method must be one of " + String.join(", ", METHODS));
    return rules.check(id, OAuthClient.Origin.DOCUMENT, members, method);
  }

  private static JsonNode tree(String text) throws OAuthException {
    try {
      JsonNode tree = WireJson.MAPPER.readTree(text);
      require(tree.isObject(), "it must be a JSON object");
      return tree;
    } catch (JsonProcessingException e) {
      throw refused("it must be JSON");
    }
  }

  private static void require(boolean right, String wrong) throws OAuthException {
    if (!right) {
      throw refused(wrong);
    }
  }

  private static OAuthException refused(String wrong) {
    return OAuthException.invalidClient("Invalid client ID metadata document: " + wrong, RULE);
  }
}
