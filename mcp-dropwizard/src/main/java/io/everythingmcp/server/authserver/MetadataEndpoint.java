package io.everythingmcp.server.authserver;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.ClientAssertionVerifier;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Authorization server metadata of the enabled features.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414, section 2</a>
 */
final class MetadataEndpoint implements OAuthEndpoint {
  private static final int SECONDS = 60;
  private static final List<String> METHODS =
      List.of("none", "client_secret_basic", "client_secret_post", "private_key_jwt");

  private final String issuer;
  private final EnabledFeatures on;
  private final ScopeRule scopes;

  MetadataEndpoint(String issuer, EnabledFeatures on, ScopeRule scopes) {
    this.issuer = issuer;
    this.on = on;
    this.scopes = scopes;
  }

  /**
   * Returns the same metadata with the members that OpenID Connect requires, because MCP clients
   * request either document.
   *
   * @see <a
   *     href="https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderMetadata">OpenID
   *     Connect Discovery, section 3</a>
   */
  OAuthEndpoint openId() {
    return request -> {
      Map<String, Object> document = document();
      document.put("subject_types_supported", List.of("public"));
      document.put("id_token_signing_alg_values_supported", List.of("RS256"));
      return OAuthResponses.json(document, SECONDS);
    };
  }

  private Map<String, Object> document() {
    List<String> algorithms =
        ClientAssertionVerifier.ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", issuer);
    document.put("authorization_endpoint", issuer + "/authorize");
    document.put("token_endpoint", issuer + "/token");
    if (on.registration()) {
      document.put("registration_endpoint", issuer + "/register");
    }
    document.put("revocation_endpoint", issuer + "/revoke");
    if (on.introspection()) {
      document.put("introspection_endpoint", issuer + "/introspect");
      document.put(
          "introspection_endpoint_auth_methods_supported",
          List.of("client_secret_basic", "client_secret_post"));
    }
    document.put("pushed_authorization_request_endpoint", issuer + "/par");
    if (on.jwt()) {
      document.put("jwks_uri", issuer + "/jwks");
    }
    document.put("scopes_supported", scopes.supported());
    document.put("response_types_supported", List.of("code"));
    document.put("response_modes_supported", List.of("query"));
    document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
    document.put("code_challenge_methods_supported", List.of("S256"));
    document.put("token_endpoint_auth_methods_supported", METHODS);
    document.put("token_endpoint_auth_signing_alg_values_supported", algorithms);
    document.put("revocation_endpoint_auth_methods_supported", METHODS);
    document.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms);
    document.put("authorization_response_iss_parameter_supported", true);
    document.put("client_id_metadata_document_supported", on.documents());
    return document;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) {
    return OAuthResponses.json(document(), SECONDS);
  }
}
