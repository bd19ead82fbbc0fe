package io.everythingmcp.server.authserver.client;

import com.nimbusds.oauth2.sdk.client.RegistrationError;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for client metadata. Unsupported values are rejected or, where RFC 7591 allows it,
 * replaced.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
public final class MetadataRules {
  static final String NATIVE = "native";
  static final String WEB = "web";

  private static final SpecificationReference RULE = SpecificationReference.rfc(7591, "2");
  private static final List<String> GRANTS = List.of("authorization_code", "refresh_token");
  private static final Set<String> APPLICATION_TYPES = Set.of(WEB, NATIVE);
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ADDRESSES = 20;

  private final RedirectSchemes schemes;

  /**
   * Creates the rules.
   *
   * @param schemes allowed custom redirect schemes
   */
  public MetadataRules(RedirectSchemes schemes) {
    this.schemes = schemes;
  }

  /**
   * A client without a secret, of its metadata.
   *
   * @param method how it authenticates, already decided
   */
  OAuthClient check(String id, OAuthClient.Origin origin, MetadataMembers metadata, String method)
      throws OAuthException {
    List<String> redirects = redirects(metadata);
    String keysUri = metadata.text("jwks_uri");
    boolean keys = metadata.has("jwks");
    if (method.equals("private_key_jwt") && !keys && keysUri.isEmpty()) {
      throw MetadataMembers.refused("jwks or jwks_uri is required with private_key_jwt");
    }
    if (keys && !keysUri.isEmpty()) {
      throw MetadataMembers.refused("jwks and jwks_uri must not both be present");
    }
    if (!keysUri.isEmpty() && !keysUri.startsWith("https:")) {
      throw MetadataMembers.refused("jwks_uri must be an https URL");
    }
    applicationType(metadata, redirects);
    return new OAuthClient(
        id,
        name(metadata.text("client_name")),
        origin,
        redirects,
        method,
        "",
        grants(metadata),
        Set.of(),
        metadata.keys().map(set -> set.toString(true)).orElse(""),
        keysUri);
  }

  /**
   * Returns the application type. A client with a local redirect URI is native regardless of its
   * metadata: RFC 7591 allows the server to replace a value.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.1">RFC 7591, section 3.2.1</a>
   */
  static String applicationType(MetadataMembers metadata, List<String> redirects)
      throws OAuthException {
    String requested = metadata.text("application_type");
    if (metadata.has("application_type") && !APPLICATION_TYPES.contains(requested)) {
      throw MetadataMembers.refused("application_type must be \"web\" or \"native\"");
    }
    boolean local = redirects.stream().map(URI::create).anyMatch(RedirectUris::isLocal);
    return local || requested.equals(NATIVE) ? NATIVE : WEB;
  }

  private List<String> redirects(MetadataMembers metadata) throws OAuthException {
    List<String> redirects = metadata.redirectUris();
    if (redirects.isEmpty() || redirects.size() > MOST_ADDRESSES) {
      throw new OAuthException(
          RegistrationError.INVALID_REDIRECT_URI,
          "Invalid client metadata: redirect_uris must contain 1 to " + MOST_ADDRESSES + " URIs",
          RULE);
    }
    for (int i = 0; i < redirects.size(); i++) {
      Optional<String> problem = RedirectUris.problem(redirects.get(i), schemes);
      if (problem.isPresent()) {
        throw new OAuthException(
            RegistrationError.INVALID_REDIRECT_URI,
            "redirect_uris, number " + (i + 1) + ", " + problem.get(),
            SpecificationReference.oauth21("2.3.1"));
      }
    }
    return redirects;
  }

  private static String name(String name) {
    String clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", " ").strip();
    return clean.codePointCount(0, clean.length()) > LONGEST_NAME
        ? clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME))
        : clean;
  }

  private static List<String> grants(MetadataMembers metadata) throws OAuthException {
    List<String> types = metadata.texts("response_types");
    if (!types.isEmpty() && !types.contains("code")) {
      throw MetadataMembers.refused("response_types must contain \"code\"");
    }
    List<String> grants = new ArrayList<>(metadata.texts("grant_types"));
    if (grants.isEmpty()) {
      return GRANTS;
    }
    grants.retainAll(GRANTS);
    if (!grants.contains("authorization_code")) {
      throw MetadataMembers.refused("grant_types must contain \"authorization_code\"");
    }
    return grants;
  }
}
