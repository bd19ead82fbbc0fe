package io.everythingmcp.server.security.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * Credentials of a request. Only headers are accepted, because URLs are logged and stored in
 * histories.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2">RFC 6750, section 2</a>
 */
sealed interface RequestCredentials {
  String API_KEY = "X-API-Key";
  String BEARER = "bearer";

  /**
   * No accepted credential.
   *
   * @param hint possible mistake of the client's author
   */
  record None(String hint) implements RequestCredentials {}

  /** Invalid transmission of a credential: 400. */
  record Malformed(String why) implements RequestCredentials {}

  /** A token. */
  record Bearer(String token) implements RequestCredentials {
    @Override
    public String toString() {
      return "Bearer";
    }
  }

  /** An API key. */
  record ApiKey(String key) implements RequestCredentials {
    @Override
    public String toString() {
      return "ApiKey";
    }
  }

  /**
   * Parses the credentials of a request. Two credentials are malformed in every mode, because a
   * tenant may accept either.
   *
   * @param bearer whether tokens are accepted
   * @param apiKey whether API keys are accepted
   */
  static RequestCredentials of(HttpServletRequest request, boolean bearer, boolean apiKey) {
    List<String> keys = headers(request, API_KEY);
    List<String> tokens = headers(request, "Authorization");
    if (keys.size() > 1 || tokens.size() > 1) {
      return new Malformed(
          "Multiple credentials; send exactly one Authorization or X-API-Key header");
    }
    RequestCredentials token = tokens.isEmpty() ? new None(missing(bearer)) : token(tokens.get(0));
    boolean inQuery = bearer && inQuery(request);
    boolean sends = !(token instanceof None);
    if ((!keys.isEmpty() && sends) || (inQuery && (sends || !keys.isEmpty()))) {
      return new Malformed(
          "Multiple credentials; send exactly one Authorization or X-API-Key header");
    }
    if (inQuery) {
      return new None(
          "Access tokens in the query string are not accepted; use the Authorization header");
    }
    if (apiKey && !keys.isEmpty()) {
      return new ApiKey(keys.get(0).strip());
    }
    return bearer ? token : new None(missing(false));
  }

  private static List<String> headers(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }

  private static boolean inQuery(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && (query.startsWith("access_token=") || query.contains("&access_token="));
  }

  private static String missing(boolean bearer) {
    return bearer
        ? "Authentication required; send an access token as Authorization: Bearer"
        : "Authentication required; send an API key in the header " + API_KEY;
  }

  private static RequestCredentials token(String header) {
    String[] parts = header.strip().split(" +", 2);
    if (!parts[0].equalsIgnoreCase(BEARER)) {
      return new None(
          "Unsupported authentication scheme; the Authorization header must have the scheme"
              + " Bearer");
    }
    String token = parts.length == 2 ? parts[1] : "";
    return token.isEmpty() || token.indexOf(' ') >= 0 || token.indexOf(',') >= 0
        ? new Malformed("The header Authorization must be Bearer, a space, and one token")
        : new Bearer(token);
  }
}
