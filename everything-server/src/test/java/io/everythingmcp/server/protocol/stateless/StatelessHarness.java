package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.Tool;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.TransportlessServer;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Server with the stateless era, all features, and the tools of a test; without a transport. */
final class StatelessHarness implements AutoCloseable {
  private static final String META = "io.modelcontextprotocol/";

  private final McpConfiguration configuration = new McpConfiguration();
  private final McpServer server;
  private Map<String, Object> capabilities =
      Map.of(
          "elicitation", Map.of("form", Map.of(), "url", Map.of()),
          "sampling", Map.of(),
          "roots", Map.of());
  private Map<String, Object> meta = Map.of();
  private CallerIdentity caller = CallerIdentity.anonymous("none");
  private String address = "";
  private IncomingMessage.Channel channel = IncomingMessage.Channel.STREAMABLE_HTTP;

  StatelessHarness(Tool... more) {
    this(Duration.seconds(30), more);
  }

  StatelessHarness(Duration requestTimeout, Tool... more) {
    configuration.getMcp().setRequestTimeout(requestTimeout);
    configuration.getMcp().setEras(EnabledEras.STATELESS);
    FeatureCatalog all =
        new FeatureCatalog(
                EverythingTools.all(),
                EverythingPrompts.all(),
                EverythingResources.all(),
                EverythingResources.templates())
            .plus(ConformanceFixtures.catalog())
            .plus(new FeatureCatalog(List.of(more), List.of(), List.of(), List.of()));
    server =
        TransportlessServer.of(
            McpServerBundle.builder()
                .serverInfo(
                    ServerInfo.named("everything-server")
                        .version("1")
                        .instructions("Read docs://everything/welcome."))
                .features(all)
                .switchableTools(EverythingTools.prepared())
                .build(),
            configuration);
  }

  McpServer server() {
    return server;
  }

  StatelessHarness declaring(Map<String, Object> what) {
    capabilities = what;
    return this;
  }

  StatelessHarness meta(Map<String, Object> what) {
    meta = what;
    return this;
  }

  StatelessHarness from(String client) {
    address = client;
    return this;
  }

  StatelessHarness overStdio() {
    channel = IncomingMessage.Channel.STDIO;
    return this;
  }

  /** Returns the same server for a user with a token of this expiry. */
  StatelessHarness as(String subject, Instant expiry) {
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

  /** Calls a tool and waits for the response. */
  RecordingExchange call(String tool, Map<String, Object> arguments) {
    return send("tools/call", Map.of("name", tool, "arguments", arguments)).await();
  }

  /** Sends a request with the id 1. */
  RecordingExchange send(String method, Map<String, Object> params) {
    return send(WireJson.tree(1), method, params);
  }

  RecordingExchange send(JsonNode id, String method, Map<String, Object> params) {
    ObjectNode all = WireJson.objectOf(params);
    ObjectNode request = all.putObject("_meta");
    request.put(META + "protocolVersion", "2026-07-28");
    request.set(META + "clientCapabilities", WireJson.tree(capabilities));
    request.set(META + "clientInfo", WireJson.tree(Map.of("name", "harness", "version", "1")));
    request.setAll(WireJson.objectOf(meta));
    return serve(new RpcMessage.Request(id, method, all));
  }

  RecordingExchange serve(RpcMessage message) {
    RecordingExchange exchange = new RecordingExchange(address);
    server
        .endpoint()
        .handle(
            new IncomingMessage(
                channel, IncomingMessage.HttpMethod.POST, headers(message), null, message, caller),
            exchange);
    return exchange;
  }

  private RequestHeaders headers(RpcMessage message) {
    if (channel == IncomingMessage.Channel.STDIO) {
      return RequestHeaders.NONE;
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
    return RequestHeaders.of(headers);
  }

  @Override
  public void close() {
    server.close();
  }
}
