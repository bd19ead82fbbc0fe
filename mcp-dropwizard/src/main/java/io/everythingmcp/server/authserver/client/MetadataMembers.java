package io.everythingmcp.server.authserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Members of client metadata with the types of RFC 7591. A null member counts as missing, an
 * unknown one is ignored, and an error names the invalid member.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
final class MetadataMembers {
  private static final SpecificationReference RULE = SpecificationReference.rfc(7591, "2");

  private static final String INVALID = "Invalid client metadata: ";

  /** Members with any text; blank counts as missing. */
  private static final Set<String> FREE =
      Set.of("client_name", "scope", "token_endpoint_auth_method", "application_type");

  private static final List<String> TEXTS = List.of("software_id", "software_version");
  private static final List<String> PAGES =
      List.of("client_uri", "logo_uri", "tos_uri", "policy_uri", "jwks_uri");

  private final JsonNode document;

  private MetadataMembers(JsonNode document) {
    this.document = document;
  }

  /**
   * Reads the members of a document.
   *
   * @param document a JSON object
   * @throws OAuthException if a member has an invalid type
   */
  static MetadataMembers of(JsonNode document) throws OAuthException {
    MetadataMembers members = new MetadataMembers(document);
    for (String name : FREE) {
      members.text(name);
    }
    for (String name : TEXTS) {
      if (members.has(name) && members.text(name).isBlank()) {
        throw refused(name + " must be a non-empty string, or absent");
      }
    }
    for (String name : PAGES) {
      members.page(name);
    }
    for (String name : List.of("contacts", "grant_types", "response_types")) {
      members.texts(name, RegistrationError.INVALID_CLIENT_METADATA);
    }
    members.keys();
    return members;
  }

  boolean has(String name) {
    return document.hasNonNull(name);
  }

  /** A member as it was sent. */
  JsonNode get(String name) {
    return document.path(name);
  }

  /** Returns a string; empty if it is absent. */
  String text(String name) throws OAuthException {
    if (!has(name)) {
      return "";
    }
    if (!get(name).isTextual()) {
      throw refused(name + " must be a string");
    }
    return get(name).textValue();
  }

  /** Returns the strings of an array, in order; empty if it is absent. */
  List<String> texts(String name) throws OAuthException {
    return texts(name, RegistrationError.INVALID_CLIENT_METADATA);
  }

  /** Returns the redirect URIs without validation. */
  List<String> redirectUris() throws OAuthException {
    return texts("redirect_uris", RegistrationError.INVALID_REDIRECT_URI);
  }

  private List<String> texts(String name, ErrorObject error) throws OAuthException {
    if (!has(name)) {
      return List.of();
    }
    if (!get(name).isArray()) {
      throw new OAuthException(error, INVALID + name + " must be an array of strings", RULE);
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode item : get(name)) {
      if (!item.isTextual()) {
        throw new OAuthException(error, INVALID + name + " must be an array of strings", RULE);
      }
      texts.add(item.textValue());
    }
    return new ArrayList<>(texts);
  }

  /** The address of a page or document on the web. */
  private void page(String name) throws OAuthException {
    String text = text(name);
    if (has(name) && !web(text)) {
      throw refused(name + " must be an absolute http or https URL");
    }
  }

  private static boolean web(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The public keys. */
  Optional<JWKSet> keys() throws OAuthException {
    if (!has("jwks")) {
      return Optional.empty();
    }
    try {
      JWKSet keys = JWKSet.parse(get("jwks").toString());
      if (keys.isEmpty()) {
        throw refused("jwks must contain a key");
      }
      return Optional.of(keys);
    } catch (ParseException | RuntimeException e) {
      throw refused("jwks must be a JWK set (RFC 7517, section 5)");
    }
  }

  static OAuthException refused(String wrong) {
    return new OAuthException(RegistrationError.INVALID_CLIENT_METADATA, INVALID + wrong, RULE);
  }
}
