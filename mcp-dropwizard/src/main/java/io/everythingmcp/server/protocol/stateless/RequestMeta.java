package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;

/**
 * Metadata of a request, which replaces the session in the stateless revision.
 *
 * @param client the client as declared in the request
 * @param logLevel minimum level of log messages; empty if the client requested none
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     request metadata</a>
 */
record RequestMeta(ClientInfo client, Optional<LoggingLevel> logLevel) {
  private static final String PREFIX = "io.modelcontextprotocol/";
  private static final String LOG_LEVEL = PREFIX + "logLevel";

  /**
   * Returns the violations of the metadata; empty if it is valid. The classifier has checked the
   * required members.
   */
  static Optional<String> violation(JsonNode params) {
    JsonNode level = params.path("_meta").get(LOG_LEVEL);
    return level == null || (level.isTextual() && LoggingLevel.of(level.textValue()).isPresent())
        ? Optional.empty()
        : Optional.of(
            "params._meta[\""
                + LOG_LEVEL
                + "\"] must be one of debug, info, notice, warning, error, critical, alert,"
                + " emergency");
  }

  static RequestMeta of(JsonNode params) {
    JsonNode meta = params.path("_meta");
    JsonNode info = meta.path(PREFIX + "clientInfo");
    ClientInfo client =
        new ClientInfo(
            info.path("name").asText(),
            info.path("version").asText(),
            WireJson.map(meta.get(PREFIX + "clientCapabilities")),
            ProtocolRevision.V2026_07_28.date());
    return new RequestMeta(client, LoggingLevel.of(meta.path(LOG_LEVEL).asText()));
  }
}
