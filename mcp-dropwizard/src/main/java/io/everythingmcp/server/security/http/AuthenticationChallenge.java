package io.everythingmcp.server.security.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
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
public final class AuthenticationChallenge {
  public static final String HEADER = "WWW-Authenticate";

  /** Where metadata of a resource are, before the path of the resource. */
  public static final String METADATA = "/.well-known/oauth-protected-resource";

  private final ResourceAddress address;
  private final Credential credential;
  private final String usual;

  /** What is understood here, and what a client can find out about it. */
  public enum Credential {
    /** API keys only. */
    API_KEY,
    /** Tokens, of which nobody here knows who gives them. */
    TOKEN,
    /** Tokens, whose authorization server is in the metadata of the resource. */
    DISCOVERABLE_TOKEN
  }

  /**
   * Where a request was sent.
   *
   * @param host the header {@code Host}; may be null
   * @param path within this server
   */
  public record At(String host, String path) {}

  /**
   * Challenges.
   *
   * @param baseUri where clients find this server
   * @param credential what is understood here
   * @param usual the scopes that a client should ask for
   */
  public AuthenticationChallenge(String baseUri, Credential credential, List<String> usual) {
    this.address = new ResourceAddress(baseUri);
    this.credential = credential;
    this.usual = String.join(" ", usual);
  }

  /** For who sent nothing: no error, since nothing was wrong. */
  String missing(At at) {
    return challenge(at, null, null, usual);
  }

  /** For who sent something that is not good. */
  String wrong(At at, String error, String description) {
    return challenge(at, error, description, usual);
  }

  /** For who may not do this; names what is needed for it. */
  public String insufficient(At at, String scope, String description) {
    return challenge(at, "insufficient_scope", description, scope);
  }

  private String challenge(At at, String error, String description, String scope) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (error != null) {
      parameters.put("error", error);
      parameters.put("error_description", printable(description));
    }
    if (credential == Credential.DISCOVERABLE_TOKEN) {
      parameters.put("resource_metadata", address.base(at.host()) + METADATA + resource(at.path()));
    } else {
      parameters.put("realm", "mcp");
    }
    if (credential != Credential.API_KEY) {
      parameters.put("scope", scope);
    }
    String scheme = credential == Credential.API_KEY ? "ApiKey " : "Bearer ";
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
    return WireJson.object().put("error", error).put("error_description", description);
  }
}
