package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Redirects to the client with a code or an error. Both contain the issuer, which protects clients
 * of several servers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207#section-2">RFC 9207, section 2</a>
 */
final class AuthorizationResponses {
  private final String issuer;

  AuthorizationResponses(String issuer) {
    this.issuer = issuer;
  }

  HTTPResponse code(ValidatedAuthorizationRequest authorization, String code) {
    return OAuthResponses.seeOther(
        address(authorization.redirectUri(), Map.of("code", code), authorization.state()));
  }

  HTTPResponse error(ValidatedAuthorizationRequest authorization, ErrorObject error) {
    return error(authorization.redirectUri(), authorization.state(), error);
  }

  HTTPResponse error(String redirectUri, String state, ErrorObject error) {
    return OAuthResponses.seeOther(errorAddress(redirectUri, state, error));
  }

  /** Returns the redirect URL of an error. */
  URI errorAddress(String redirectUri, String state, ErrorObject error) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error.getCode());
    if (error.getDescription() != null) {
      parameters.put("error_description", error.getDescription());
    }
    if (error.getURI() != null) {
      parameters.put("error_uri", error.getURI().toString());
    }
    return address(redirectUri, parameters, state);
  }

  /** The state is returned unchanged. */
  private URI address(String redirectUri, Map<String, String> parameters, String state) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (!state.isEmpty()) {
      all.put("state", state);
    }
    all.put("iss", issuer);
    String query =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String existing = URI.create(redirectUri).getRawQuery();
    String mark = existing == null ? "?" : existing.isEmpty() || existing.endsWith("&") ? "" : "&";
    return URI.create(redirectUri + mark + query);
  }
}
