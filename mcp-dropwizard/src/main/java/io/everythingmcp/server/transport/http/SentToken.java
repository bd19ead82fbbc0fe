package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Possible static token of a request.
 *
 * @param secret the token or key; null if there is none
 * @param token whether it was sent as an API key, or with the scheme Bearer or none
 * @param repeated whether it was sent in two headers
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>
 */
record SentToken(String secret, boolean token, boolean repeated) {
  private static final String SCHEME = "Bearer";

  static SentToken of(HttpServletRequest request) {
    String key = request.getHeader("X-API-Key");
    String credentials = request.getHeader("Authorization");
    if (credentials == null) {
      return new SentToken(key, key != null, false);
    }
    String[] parts = credentials.strip().split(" +", 2);
    boolean bearer = parts[0].equalsIgnoreCase(SCHEME);
    boolean bare = parts.length == 1;
    String secret = bearer ? (bare ? "" : parts[1]) : credentials;
    return new SentToken(secret, key != null || bearer || bare, key != null && (bearer || bare));
  }

  boolean any() {
    return secret != null;
  }

  /** Responds with 401: the credential is missing or unknown. */
  void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String problem =
        any()
            ? "Unknown access token"
            : "Authentication required; send an access token or an API key";
    String challenge =
        any()
            ? "Bearer error=\"invalid_token\", error_description=\"" + problem + "\""
            : "Bearer realm=\"mcp\"";
    write(request, response, 401, challenge, "invalid_token", problem);
  }

  /** Responds 400 to multiple credentials. */
  static void refuseBoth(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String problem = "Multiple credentials; send exactly one Authorization or X-API-Key header";
    String challenge = "Bearer error=\"invalid_request\", error_description=\"" + problem + "\"";
    write(request, response, 400, challenge, "invalid_request", problem);
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String challenge,
      String error,
      String problem)
      throws IOException {
    response.setHeader("WWW-Authenticate", challenge);
    RequestBodies.rejectBeforeBody(
        request,
        response,
        status,
        WireJson.object().put("error", error).put("error_description", problem));
  }
}
