package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.fixtures.Fixtures;
import io.everythingmcp.everything.prompts.Prompts;
import io.everythingmcp.everything.resources.Resources;
import io.everythingmcp.everything.tools.Tools;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerFactory;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.install.Introduction;
import io.everythingmcp.server.protocol.Headers;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.protocol.profile.ServerProfile;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server with the era without sessions, everything, and the tools of a test; without a transport.
 */
final class Harness implements AutoCloseable {
  private static final String META = "io.modelcontextprotocol/";

  private final EverythingConfiguration configuration = new EverythingConfiguration();
  private final McpServer server;
  private Map<String, Object> capabilities =
      Map.of(
          "elicitation", Map.of("form", Map.of(), "url", Map.of()),
          "sampling", Map.of(),
          "roots", Map.of());
  private Map<String, Object> meta = Map.of();
  private CallerIdentity caller = CallerIdentity.anonymous("none");
  private Inbound.Channel channel = Inbound.Channel.STREAMABLE_HTTP;

  Harness(Tool... more) {
    this(Duration.seconds(30), more);
  }

  Harness(Duration requestTimeout, Tool... more) {
    configuration.getMcp().setRequestTimeout(requestTimeout);
    FeatureCatalog all =
        new FeatureCatalog(Tools.all(), Prompts.all(), Resources.all(), Resources.templates())
            .plus(Fixtures.catalog())
            .plus(new FeatureCatalog(List.of(more), List.of(), List.of(), List.of()));
    server =
        new McpServerFactory(ignored -> all, Tools.prepared())
            .introducing(
                Introduction.named("everything-server", "1")
                    .with(ServerProfile.NONE.instructions("Read docs://everything/welcome.")))
            .stateless((runtime, ignored) -> new StatelessEra(runtime))
            .build(configuration);
  }

  McpServer server() {
    return server;
  }

  Harness declaring(Map<String, Object> what) {
    capabilities = what;
    return this;
  }

  Harness meta(Map<String, Object> what) {
    meta = what;
    return this;
  }

  Harness overLines() {
    channel = Inbound.Channel.STDIO;
    return this;
  }

  /** As a user, for as long as a token is valid. */
  Harness as(String subject, Instant expiry) {
    caller =
        new CallerIdentity(
            "bearer",
            Optional.of("https://issuer"),
            Optional.of(subject),
            Optional.empty(),
            Set.of("mcp:read", "mcp:write"),
            Optional.empty(),
            Optional.ofNullable(expiry),
            Map.of());
    return this;
  }

  /** Calls a tool and waits for the answer. */
  RecordingExchange call(String tool, Map<String, Object> arguments) {
    return send("tools/call", Map.of("name", tool, "arguments", arguments)).await();
  }

  /** Sends a request with the id 1. */
  RecordingExchange send(String method, Map<String, Object> params) {
    return send(Json.tree(1), method, params);
  }

  RecordingExchange send(JsonNode id, String method, Map<String, Object> params) {
    ObjectNode all = Json.objectOf(params);
    ObjectNode request = all.putObject("_meta");
    request.put(META + "protocolVersion", "2026-07-28");
    request.set(META + "clientCapabilities", Json.tree(capabilities));
    request.set(META + "clientInfo", Json.tree(Map.of("name", "harness", "version", "1")));
    request.setAll(Json.objectOf(meta));
    return serve(new RpcMessage.Request(id, method, all));
  }

  RecordingExchange serve(RpcMessage message) {
    RecordingExchange exchange = new RecordingExchange();
    server
        .endpoint()
        .serve(
            new Inbound(channel, Inbound.Verb.POST, headers(message), null, message, caller),
            exchange);
    return exchange;
  }

  private Headers headers(RpcMessage message) {
    if (channel == Inbound.Channel.STDIO) {
      return Headers.NONE;
    }
    Map<String, String> headers = new HashMap<>(Map.of("MCP-Protocol-Version", "2026-07-28"));
    if (message instanceof RpcMessage.Request request) {
      headers.put("Mcp-Method", request.method());
      String named = request.method().equals("resources/read") ? "uri" : "name";
      if (request.params().path(named).isTextual()) {
        headers.put("Mcp-Name", request.params().path(named).asText());
      }
      JsonNode arguments = request.params().path("arguments");
      if (arguments.has("region")) {
        headers.put("Mcp-Param-Region", arguments.get("region").asText());
      }
    }
    return Headers.of(headers);
  }

  @Override
  public void close() {
    server.close();
  }
}
