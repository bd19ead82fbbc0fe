package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Optional;

/**
 * What a request of the newest revision says about itself in its {@code _meta}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     request metadata</a>
 */
final class RequestMetaEnvelope {
  static final String VERSION = "io.modelcontextprotocol/protocolVersion";
  static final String CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

  private RequestMetaEnvelope() {}

  /** The revision that a request claims, whatever it is written as; null where it claims none. */
  static JsonNode claim(RpcMessage.Request request) {
    return request.params().path("_meta").get(VERSION);
  }

  /** Whether a message claims a revision. */
  static boolean claims(RpcMessage message) {
    return message instanceof RpcMessage.Request request && claim(request) != null;
  }

  /** What is missing or wrong; empty when all is there. */
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
                + "\"] must be an object: what the client can be asked for");
  }
}
