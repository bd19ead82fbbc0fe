package io.everythingmcp.server.authserver.grant;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthParameters;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.token.AccessTokenService;
import io.everythingmcp.server.authserver.token.IssuedAccessToken;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token introspection for resource servers. Refresh tokens are reported as inactive, so that a
 * resource server cannot accept one as an access token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7662#section-2">RFC 7662, section 2</a>
 */
final class IntrospectionEndpoint implements OAuthEndpoint {
  private final String issuer;
  private final ClientAuthenticator resourceServers;
  private final AccessTokenService tokens;

  /**
   * Creates the endpoint.
   *
   * @param resourceServers authenticates the resource servers, which only may introspect
   */
  IntrospectionEndpoint(
      String issuer, ClientAuthenticator resourceServers, AccessTokenService tokens) {
    this.issuer = issuer;
    this.resourceServers = resourceServers;
    this.tokens = tokens;
  }

  @Override
  public HTTPResponse handle(HTTPRequest request) throws OAuthException {
    OAuthParameters form = OAuthParameters.ofForm(request);
    resourceServers.authenticate(request, form);
    Map<String, ?> document =
        tokens
            .find(form.require("token"))
            .<Map<String, ?>>map(this::active)
            .orElseGet(() -> Map.of("active", false));
    return OAuthResponses.json(HTTPResponse.SC_OK, document);
  }

  private Map<String, ?> active(IssuedAccessToken token) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("active", true);
    document.put("iss", issuer);
    document.put("sub", token.subject());
    document.put(
        "aud", token.resources().size() == 1 ? token.resources().get(0) : token.resources());
    document.put("client_id", token.clientId());
    document.put("scope", String.join(" ", token.scopes().stream().sorted().toList()));
    document.put("token_type", "Bearer");
    document.put("iat", token.issued().getEpochSecond());
    document.put("exp", token.expiry().getEpochSecond());
    return document;
  }
}
