package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.change.DeclaredFeatures;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;

/**
 * What {@code initialize} agrees on.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization">Initialization</a>
 */
final class InitializeHandshake {
  /** What a client says about itself is kept as long as its session. */
  private static final int MAX_SIZE = 64 * 1024;

  private InitializeHandshake() {}

  /** What is wrong with the parameters; empty when they are right. */
  static Optional<String> violations(JsonNode params) {
    if (!params.path("protocolVersion").isTextual()) {
      return Optional.of(
          "\"protocolVersion\" must be a string: the newest revision the client speaks");
    }
    if (!params.path("capabilities").isObject()) {
      return Optional.of("\"capabilities\" must be an object: what the client can be asked for");
    }
    JsonNode info = params.path("clientInfo");
    if (!info.path("name").isTextual() || !info.path("version").isTextual()) {
      return Optional.of("\"clientInfo\" must have the strings \"name\" and \"version\"");
    }
    if (WireJson.bytes(params).length > MAX_SIZE) {
      return Optional.of("the parameters of initialize may have " + MAX_SIZE + " bytes");
    }
    return Optional.empty();
  }

  /** The revision to speak: the one that was asked for, or else the newest with sessions. */
  static ProtocolRevision negotiate(JsonNode params) {
    return ProtocolRevision.of(params.path("protocolVersion").asText())
        .filter(ProtocolRevision::stateful)
        .orElse(ProtocolRevision.LATEST_STATEFUL);
  }

  /** The client, as it describes itself. */
  static ClientInfo client(JsonNode params, ProtocolRevision revision) {
    JsonNode info = params.path("clientInfo");
    return new ClientInfo(
        info.path("name").asText(),
        info.path("version").asText(),
        WireJson.map(params.path("capabilities")),
        revision.date());
  }

  /** The result for a revision. */
  static ObjectNode result(ServerRuntime runtime, ProtocolRevision revision) {
    ServerImplementation identity = runtime.identity();
    DeclaredFeatures offers = runtime.catalog().offers();
    ObjectNode result = WireJson.object().put("protocolVersion", revision.date());
    ObjectNode capabilities = identity.capabilities(offers);
    if (offers.tasks()) {
      ObjectNode tasks = capabilities.putObject("tasks");
      tasks.putObject("list");
      tasks.putObject("cancel");
      tasks.putObject("requests").putObject("tools").putObject("call");
    }
    result.set("capabilities", capabilities);
    result.set("serverInfo", identity.implementation());
    return RevisionView.result(revision, "initialize", identity.instruct(result));
  }
}
