package io.everythingmcp.server.auth.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The header {@code WWW-Authenticate}: what went wrong, where a client gets a token, and what it
 * should ask for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a> and <a
 *     href="https://www.rfc-editor.org/rfc/rfc9728#section-5.1">RFC 9728, section 5.1</a>
 */
public final class Challenge {
  public static final String HEADER = "WWW-Authenticate";

  /** Where metadata of a resource are, before the path of the resource. */
  public static final String METADATA = "/.well-known/oauth-protected-resource";

  private final String baseUri;
  private final boolean bearer;
  private final String usual;

  /**
   * Challenges.
   *
   * @param baseUri where clients find this server
   * @param bearer whether tokens are understood here; else only API keys are
   * @param usual the scopes that a client should ask for
   */
  public Challenge(String baseUri, boolean bearer, List<String> usual) {
    this.baseUri = baseUri;
    this.bearer = bearer;
    this.usual = String.join(" ", usual);
  }

  /** For who sent nothing: no error, since nothing was wrong. */
  String missing(String path) {
    return challenge(path, null, null, usual);
  }

  /** For who sent something that is not good. */
  String wrong(String path, String error, String description) {
    return challenge(path, error, description, usual);
  }

  /** For who may not do this; names what is needed for it. */
  public String insufficient(String path, String scope, String description) {
    return challenge(path, "insufficient_scope", description, scope);
  }

  private String challenge(String path, String error, String description, String scope) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (error != null) {
      parameters.put("error", error);
      parameters.put("error_description", printable(description));
    }
    if (bearer) {
      parameters.put("resource_metadata", baseUri + METADATA + resource(path));
      parameters.put("scope", scope);
    } else {
      parameters.put("realm", "mcp");
    }
    String scheme = bearer ? "Bearer " : "ApiKey ";
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=\"" + parameter.getValue() + "\"")
        .collect(Collectors.joining(", ", scheme, ""));
  }

  /** Messages of HTTP+SSE belong to the resource that clients know: its stream. */
  static String resource(String path) {
    return path.equals("/message") ? "/sse" : path;
  }

  /** RFC 6750 allows these characters. */
  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?").replace('"', '\'').replace('\\', '/');
  }

  /** The body of a refusal, for people and programs. */
  static ObjectNode body(String error, String description) {
    return Json.object().put("error", error).put("error_description", description);
  }
}
