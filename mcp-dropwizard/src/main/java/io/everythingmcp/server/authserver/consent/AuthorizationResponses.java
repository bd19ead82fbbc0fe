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

  HTTPResponse code(ValidatedAuthorizationRequest ask, String code) {
    return OAuthResponses.seeOther(address(ask.redirectUri(), Map.of("code", code), ask.state()));
  }

  HTTPResponse error(ValidatedAuthorizationRequest ask, ErrorObject error) {
    return error(ask.redirectUri(), ask.state(), error);
  }

  HTTPResponse error(String redirectUri, String state, ErrorObject error) {
    return OAuthResponses.seeOther(errorAddress(redirectUri, state, error));
  }

  /** Returns the redirect URL of an error. */
  URI errorAddress(String redirectUri, String state, ErrorObject error) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", error.getCode());
    if (error.getDescription() != null) {
      answer.put("error_description", error.getDescription());
    }
    if (error.getURI() != null) {
      answer.put("error_uri", error.getURI().toString());
    }
    return address(redirectUri, answer, state);
  }

  /** The state is returned unchanged. */
  private URI address(String redirectUri, Map<String, String> answer, String state) {
    Map<String, String> all = new LinkedHashMap<>(answer);
    if (!state.isEmpty()) {
      all.put("state", state);
    }
    all.put("iss", issuer);
    String query =
        all.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    String asked = URI.create(redirectUri).getRawQuery();
    String mark = asked == null ? "?" : asked.isEmpty() || asked.endsWith("&") ? "" : "&";
    return URI.create(redirectUri + mark + query);
  }
}
