package io.everythingmcp.server.auth.server.client;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import io.everythingmcp.server.auth.server.endpoint.Refusal;
import io.everythingmcp.server.auth.server.endpoint.Rule;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether what a client says about itself can be accepted, and makes a client of it. What a
 * client cannot have is refused or, where RFC 7591 allows it, replaced.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591, section 2</a>
 */
final class MetadataRules {
  private static final Rule RULE = Rule.rfc(7591, "2");
  private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ADDRESSES = 20;

  private MetadataRules() {}

  /** A client without a secret, of metadata. */
  static Client check(
      String id, Client.Origin origin, ClientMetadata metadata, ClientAuthenticationMethod method)
      throws Refusal {
    Set<String> redirects = redirects(metadata);
    boolean keys = method.equals(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    if (keys && metadata.getJWKSet() == null && metadata.getJWKSetURI() == null) {
      throw refused("private_key_jwt needs jwks or jwks_uri");
    }
    if (metadata.getJWKSet() != null && metadata.getJWKSetURI() != null) {
      throw refused("jwks and jwks_uri exclude each other");
    }
    return new Client(
        id,
        name(metadata.getName()),
        origin,
        redirects,
        method.getValue(),
        "",
        grants(metadata),
        Set.of(),
        metadata.getJWKSet() == null ? "" : metadata.getJWKSet().toString(true),
        keysUri(metadata));
  }

  private static Set<String> redirects(ClientMetadata metadata) throws Refusal {
    Set<String> redirects = metadata.getRedirectionURIStrings();
    if (redirects == null || redirects.isEmpty() || redirects.size() > MOST_ADDRESSES) {
      throw new Refusal(
          RegistrationError.INVALID_REDIRECT_URI,
          "redirect_uris has from 1 to " + MOST_ADDRESSES + " addresses",
          RULE);
    }
    for (String redirect : redirects) {
      Optional<String> problem = RedirectUris.problem(redirect);
      if (problem.isPresent()) {
        throw new Refusal(
            RegistrationError.INVALID_REDIRECT_URI,
            "One of redirect_uris " + problem.get(),
            Rule.oauth21("2.3.1"));
      }
    }
    return redirects;
  }

  private static String name(String name) {
    String text = name == null ? "" : name;
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", " ").strip();
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
  }

  private static Set<String> grants(ClientMetadata metadata) throws Refusal {
    Set<ResponseType> types = metadata.getResponseTypes();
    if (types != null && !types.isEmpty() && !types.contains(ResponseType.CODE)) {
      throw refused("response_types must have code");
    }
    if (metadata.getGrantTypes() == null || metadata.getGrantTypes().isEmpty()) {
      return GRANTS;
    }
    Set<String> grants = new HashSet<>();
    metadata.getGrantTypes().stream().map(GrantType::getValue).forEach(grants::add);
    grants.retainAll(GRANTS);
    if (!grants.contains("authorization_code")) {
      throw refused("grant_types must have authorization_code");
    }
    return grants;
  }

  private static String keysUri(ClientMetadata metadata) throws Refusal {
    if (metadata.getJWKSetURI() == null) {
      return "";
    }
    if (!"https".equals(metadata.getJWKSetURI().getScheme())
        || metadata.getJWKSetURI().getHost() == null) {
      throw refused("jwks_uri is not an https URL");
    }
    return metadata.getJWKSetURI().toString();
  }

  private static Refusal refused(String wrong) {
    ErrorObject error = RegistrationError.INVALID_CLIENT_METADATA;
    return new Refusal(error, wrong, RULE);
  }
}
