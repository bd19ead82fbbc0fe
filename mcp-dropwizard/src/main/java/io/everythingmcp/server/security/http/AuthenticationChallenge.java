package io.everythingmcp.server.security.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.wire.WireJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The {@code WWW-Authenticate} header: error, metadata URL and scopes.
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
  private final String scopes;

  /** Kinds of accepted credentials and their discovery. */
  public enum Credential {
    /** API keys only. */
    API_KEY,
    /** Tokens whose authorization server is not configured. */
    TOKEN,
    /** Tokens whose authorization server is in the protected resource metadata. */
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
   * Creates challenges.
   *
   * @param baseUri public URL of this server
   * @param credential accepted kind of credentials
   * @param scopes scopes that a client should request
   */
  public AuthenticationChallenge(String baseUri, Credential credential, List<String> scopes) {
    this.address = new ResourceAddress(baseUri);
    this.credential = credential;
    this.scopes = String.join(" ", scopes);
  }

  /** Returns the challenge for a request without a credential: no error code. */
  String missing(At at) {
    return challenge(at, null, null, scopes);
  }

  /** Returns the challenge for an invalid credential. */
  String wrong(At at, String error, String description) {
    return challenge(at, error, description, scopes);
  }

  /**
   * Returns the challenge {@code insufficient_scope} of a 403 response; contains the required
   * scopes, with which the client starts a step-up authorization.
   *
   * @see <a
   *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization#step-up-authorization-flow">Step-up
   *     authorization flow</a>
   */
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

  /** Messages of HTTP+SSE belong to the resource of its stream. */
  static String resource(String path) {
    return path.equals("/message") ? "/sse" : path;
  }

  /** RFC 6750 allows these characters. */
  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7E]", "?").replace('"', '\'').replace('\\', '/');
  }

  /** Creates the JSON body of an error. */
  static ObjectNode body(String error, String description) {
    return WireJson.object().put("error", error).put("error_description", description);
  }
}
