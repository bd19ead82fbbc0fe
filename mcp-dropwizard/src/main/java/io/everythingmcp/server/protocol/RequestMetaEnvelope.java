package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Optional;

/**
 * Required request metadata of the stateless revision, in {@code _meta}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     request metadata</a>
 */
final class RequestMetaEnvelope {
  static final String VERSION = "io.modelcontextprotocol/protocolVersion";
  static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  private RequestMetaEnvelope() {}

  /** Returns the revision of a request as JSON, whatever its type; null if it is missing. */
  static JsonNode claim(RpcMessage.Request request) {
    return request.params().path("_meta").get(VERSION);
  }

  /** Whether a message claims a revision. */
  static boolean claims(RpcMessage message) {
    return message instanceof RpcMessage.Request request && claim(request) != null;
  }

  /** Returns the first missing or invalid member; empty if the metadata is valid. */
  static Optional<String> violation(RpcMessage.Request request) {
    JsonNode meta = request.params().path("_meta");
    if (!meta.path(VERSION).isTextual()) {
      return Optional.of(
          "params._meta[\"" + VERSION + "\"] must be a string: the revision of this request");
    }
    return meta.path(CAPABILITIES).isObject()
        ? Optional.empty()
        : Optional.of(
            "params._meta[\""
                + CAPABILITIES
                + "\"] must be an object with the client capabilities");
  }
}
