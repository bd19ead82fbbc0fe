package io.everythingmcp.idp.flow;

import com.nimbusds.oauth2.sdk.Scope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The data that an authorization code, and later an access token, identifies.
 *
 * @param clientId the client it was issued to
 * @param redirectUri the URI to which the code was sent
 * @param scope the requested scope
 * @param nonce returned in the ID token; empty if none was sent
 * @param challenge of PKCE, S256; empty if none was sent
 * @param login the user and the time of the login
 * @param expires by the clock of the provider, which can be moved
 */
record IdpGrant(
    String clientId,
    String redirectUri,
    Scope scope,
    String nonce,
    String challenge,
    UserAuthentication login,
    Instant expires) {
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("client", clientId);
    json.put("redirect", redirectUri);
    json.put("scope", scope.toString());
    json.put("nonce", nonce);
    json.put("challenge", challenge);
    json.put("login", login.json());
    json.put("expires", expires.getEpochSecond());
    return IdpJson.of(json);
  }

  static IdpGrant of(String text) {
    Map<String, Object> json = IdpJson.object(text);
    return new IdpGrant(
        (String) json.get("client"),
        (String) json.get("redirect"),
        Scope.parse((String) json.get("scope")),
        (String) json.get("nonce"),
        (String) json.get("challenge"),
        UserAuthentication.of((Map<?, ?>) json.get("login")),
        Instant.ofEpochSecond(((Number) json.get("expires")).longValue()));
  }

  IdpGrant until(Instant moment) {
    return new IdpGrant(clientId, redirectUri, scope, nonce, challenge, login, moment);
  }
}
