package io.everythingmcp.server.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON-RPC error object. There is one factory method for each error of the specification; other
 * code must not use other codes.
 *
 * @param code the JSON-RPC error code
 * @param message one sentence: what was wrong and what was expected
 * @param data details for programs, or null
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic#responses">Error
 *     codes</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RpcError(int code, String message, Object data) {
  public static final int PARSE_ERROR = -32700;
  public static final int INVALID_REQUEST = -32600;
  public static final int METHOD_NOT_FOUND = -32601;
  public static final int INVALID_PARAMS = -32602;
  public static final int INTERNAL_ERROR = -32603;
  public static final int SERVER_ERROR = -32000;
  public static final int RESOURCE_NOT_FOUND = -32002;
  public static final int HEADER_MISMATCH = -32020;
  public static final int MISSING_CAPABILITY = -32021;
  public static final int UNSUPPORTED_VERSION = -32022;
  public static final int URL_ELICITATION_REQUIRED = -32042;

  /** Maximum length of quoted values in an error. */
  private static final int LONGEST = 1_000;

  public RpcError {
    message = TextTruncation.shortened(message, LONGEST);
    data = data instanceof Map<?, ?> details ? shortened(details) : data;
  }

  private static Map<Object, Object> shortened(Map<?, ?> details) {
    Map<Object, Object> shorter = new LinkedHashMap<>(details);
    shorter.replaceAll(
        (name, value) ->
            value instanceof String text ? TextTruncation.shortened(text, LONGEST) : value);
    return shorter;
  }

  /** The text is not JSON, or is nested too deeply (JSON-RPC 2.0, section 5.1). */
  public static RpcError parse(String detail) {
    return new RpcError(PARSE_ERROR, "Parse error: " + detail, null);
  }

  /** The JSON is not a JSON-RPC message that may be sent here (JSON-RPC 2.0, section 5.1). */
  public static RpcError invalidRequest(String detail) {
    return new RpcError(INVALID_REQUEST, "Invalid request: " + detail, null);
  }

  /** Unknown method in the negotiated revision (JSON-RPC 2.0, section 5.1). */
  public static RpcError methodNotFound(String method) {
    return new RpcError(METHOD_NOT_FOUND, "Method not found: " + method, null);
  }

  /** The parameters do not fit the method (JSON-RPC 2.0, section 5.1). */
  public static RpcError invalidParams(String detail) {
    return new RpcError(INVALID_PARAMS, detail, null);
  }

  /** Internal error that the sender did not cause; the detail must not reveal internals. */
  public static RpcError internal(String detail) {
    return new RpcError(INTERNAL_ERROR, detail, null);
  }

  /** This instance is temporarily unavailable; the request can be retried. */
  public static RpcError unavailable(String detail) {
    return new RpcError(SERVER_ERROR, detail, null);
  }

  /** This instance is temporarily unavailable, with details for programs. */
  public static RpcError unavailable(String detail, Map<String, String> data) {
    return new RpcError(SERVER_ERROR, detail, data);
  }

  /** The caller may not do this (authorization, scope challenge); the status is 403. */
  public static RpcError insufficientScope(String detail, String scope) {
    return new RpcError(INVALID_REQUEST, detail, Map.of("requiredScopes", scope.split(" ")));
  }

  /** The protocol version is not supported by this endpoint (versioning, negotiation). */
  public static RpcError unsupportedVersion(String requested, Collection<String> supported) {
    return new RpcError(
        UNSUPPORTED_VERSION,
        "Unsupported protocol version: " + requested,
        Map.of("supported", List.copyOf(supported), "requested", requested));
  }

  /** A header contradicts the body (2026-07-28, Streamable HTTP, standard request headers). */
  public static RpcError headerMismatch(String detail) {
    return new RpcError(HEADER_MISMATCH, "Header mismatch: " + detail, null);
  }

  /**
   * The client did not declare what the request needs (2026-07-28, base protocol, capabilities).
   */
  public static RpcError missingCapability(String detail, Map<String, Object> required) {
    return new RpcError(MISSING_CAPABILITY, detail, Map.of("requiredCapabilities", required));
  }
}
