package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.TransportlessServer;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.EnabledEras;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;

/** Client in a session of a server without a transport. */
final class StatefulConversation implements AutoCloseable {
  private final McpServer server;
  private final String session;
  private final JsonNode handshake;

  private StatefulConversation(McpServer server, Map<String, Object> capabilities) {
    this.server = server;
    RecordedDelivery begun =
        deliver(
            null,
            IncomingMessage.HttpMethod.POST,
            request(
                0,
                "initialize",
                Map.of(
                    "protocolVersion",
                    "2025-11-25",
                    "capabilities",
                    capabilities,
                    "clientInfo",
                    Map.of("name", "test", "version", "1"))),
            new RecordedDelivery());
    this.session = begun.headers().get(RequestHeaders.SESSION_ID);
    this.handshake = begun.await();
  }

  /** Returns the response to {@code initialize}. */
  JsonNode handshake() {
    return handshake;
  }

  /** Creates an initialized session. */
  static StatefulConversation open(Map<String, Object> capabilities) {
    StatefulConversation conversation = openUnconfirmed(capabilities);
    conversation.send(
        new RpcMessage.Notification("notifications/initialized", WireJson.object()),
        new RecordedDelivery());
    return conversation;
  }

  /** Creates an initialized session of a custom server. */
  static StatefulConversation open(McpServer server) {
    StatefulConversation conversation = new StatefulConversation(server, Map.of());
    conversation.send(
        new RpcMessage.Notification("notifications/initialized", WireJson.object()),
        new RecordedDelivery());
    return conversation;
  }

  /** Creates a session without {@code notifications/initialized}. */
  static StatefulConversation openUnconfirmed(Map<String, Object> capabilities) {
    McpConfiguration configuration = new McpConfiguration();
    configuration.getMcp().setRequestTimeout(Duration.seconds(30));
    configuration.getMcp().setEras(EnabledEras.STATEFUL);
    FeatureCatalog all =
        new FeatureCatalog(
                EverythingTools.all(),
                List.of(),
                EverythingResources.all(),
                EverythingResources.templates())
            .plus(ConformanceFixtures.catalog());
    McpServerBundle bundle =
        McpServerBundle.builder().features(all).switchableTools(EverythingTools.prepared()).build();
    return new StatefulConversation(TransportlessServer.of(bundle, configuration), capabilities);
  }

  static RpcMessage.Request request(int id, String method, Map<String, Object> params) {
    return new RpcMessage.Request(WireJson.tree(id), method, WireJson.objectOf(params));
  }

  static RpcMessage.Request call(int id, String tool, Map<String, Object> arguments) {
    return request(id, "tools/call", Map.of("name", tool, "arguments", arguments));
  }

  RecordedDelivery send(RpcMessage message, RecordedDelivery delivery) {
    return deliver(session, IncomingMessage.HttpMethod.POST, message, delivery);
  }

  /** Sends a request and returns the response. */
  JsonNode execute(RpcMessage.Request request) {
    return send(request, new RecordedDelivery()).await();
  }

  /** Opens a GET stream. */
  RecordedDelivery openGetStream() {
    return deliver(session, IncomingMessage.HttpMethod.GET, null, new RecordedDelivery());
  }

  /** Ends the session. */
  void endSession() {
    deliver(session, IncomingMessage.HttpMethod.DELETE, null, new RecordedDelivery());
  }

  private RecordedDelivery deliver(
      String id,
      IncomingMessage.HttpMethod httpMethod,
      RpcMessage message,
      RecordedDelivery delivery) {
    server
        .endpoint()
        .handle(
            new IncomingMessage(
                IncomingMessage.Channel.STREAMABLE_HTTP,
                httpMethod,
                RequestHeaders.NONE,
                id,
                message,
                CallerIdentity.anonymous("none")),
            delivery);
    return delivery;
  }

  MemoryStore store() {
    return (MemoryStore) server.runtime().store();
  }

  McpServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
