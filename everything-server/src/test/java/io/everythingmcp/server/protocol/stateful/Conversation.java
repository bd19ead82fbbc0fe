package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.everything.fixtures.ConformanceFixtures;
import io.everythingmcp.everything.resources.EverythingResources;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerFactory;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;

/** Client in a session of a server without a transport. */
final class Conversation implements AutoCloseable {
  private final McpServer server;
  private final String session;
  private final JsonNode handshake;

  private Conversation(McpServer server, Map<String, Object> capabilities) {
    this.server = server;
    Delivery begun =
        deliver(
            null,
            IncomingMessage.Verb.POST,
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
            new Delivery());
    this.session = begun.headers().get(RequestHeaders.SESSION_ID);
    this.handshake = begun.await();
  }

  /** Returns the response to {@code initialize}.  */
  JsonNode handshake() {
    return handshake;
  }

  /** Creates an initialized session. */
  static Conversation begin(Map<String, Object> capabilities) {
    Conversation conversation = beginUnconfirmed(capabilities);
    conversation.send(
        new RpcMessage.Notification("notifications/initialized", WireJson.object()),
        new Delivery());
    return conversation;
  }

  /** Creates an initialized session of a custom server. */
  static Conversation begin(McpServer server) {
    Conversation conversation = new Conversation(server, Map.of());
    conversation.send(
        new RpcMessage.Notification("notifications/initialized", WireJson.object()),
        new Delivery());
    return conversation;
  }

  /** Creates a session without {@code notifications/initialized}. */
  static Conversation beginUnconfirmed(Map<String, Object> capabilities) {
    McpConfiguration configuration = new McpConfiguration();
    configuration.getMcp().setRequestTimeout(Duration.seconds(30));
    FeatureCatalog all =
        new FeatureCatalog(
                EverythingTools.all(),
                List.of(),
                EverythingResources.all(),
                EverythingResources.templates())
            .plus(ConformanceFixtures.catalog());
    java.time.Duration idle = java.time.Duration.ofMinutes(5);
    return new Conversation(
        new McpServerFactory(ignored -> all, EverythingTools.prepared())
            .statefulEra(
                (runtime, ignored) ->
                    new StatefulEra(
                        runtime, new SessionLimits(idle, 100, 100, java.time.Duration.ZERO)))
            .build(configuration),
        capabilities);
  }

  static RpcMessage.Request request(int id, String method, Map<String, Object> params) {
    return new RpcMessage.Request(WireJson.tree(id), method, WireJson.objectOf(params));
  }

  static RpcMessage.Request call(int id, String tool, Map<String, Object> arguments) {
    return request(id, "tools/call", Map.of("name", tool, "arguments", arguments));
  }

  Delivery send(RpcMessage message, Delivery delivery) {
    return deliver(session, IncomingMessage.Verb.POST, message, delivery);
  }

  /** Sends a request and returns the response. */
  JsonNode ask(RpcMessage.Request request) {
    return send(request, new Delivery()).await();
  }

  /** Opens a GET stream. */
  Delivery listen() {
    return deliver(session, IncomingMessage.Verb.GET, null, new Delivery());
  }

  /** Ends the session. */
  void end() {
    deliver(session, IncomingMessage.Verb.DELETE, null, new Delivery());
  }

  private Delivery deliver(
      String id, IncomingMessage.Verb verb, RpcMessage message, Delivery delivery) {
    server
        .endpoint()
        .handle(
            new IncomingMessage(
                IncomingMessage.Channel.STREAMABLE_HTTP,
                verb,
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
