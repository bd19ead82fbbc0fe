package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.server.protocol.TraceContext;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;

/**
 * What a request says about itself, as there is no session that could know.
 *
 * @param client who sends it, by its own account
 * @param logLevel from which level on log messages are wanted; nothing where none are
 * @param trace which trace it is part of
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     request metadata</a>
 */
record RequestMeta(ClientInfo client, Optional<LoggingLevel> logLevel, TraceContext trace) {
  private static final String PREFIX = "io.modelcontextprotocol/";
  private static final String LOG_LEVEL = PREFIX + "logLevel";

  /**
   * What is wrong with it; empty when it is right. The classifier has looked at what must be there.
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
    return new RequestMeta(
        client, LoggingLevel.of(meta.path(LOG_LEVEL).asText()), TraceContext.of(meta));
  }
}
