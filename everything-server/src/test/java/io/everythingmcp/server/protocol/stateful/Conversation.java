package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.util.Duration;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.everything.fixtures.Fixtures;
import io.everythingmcp.everything.resources.Resources;
import io.everythingmcp.everything.tools.Tools;
import io.everythingmcp.server.McpServer;
import io.everythingmcp.server.McpServerFactory;
import io.everythingmcp.server.config.EverythingConfiguration;
import io.everythingmcp.server.protocol.Headers;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.session.SessionLimits;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.List;
import java.util.Map;

/** A client in a session of a server that has no transport. */
final class Conversation implements AutoCloseable {
  private final McpServer server;
  private final String session;
  private final JsonNode handshake;

  private Conversation(McpServer server, Map<String, Object> capabilities) {
    this.server = server;
    Delivery begun =
        deliver(
            null,
            Inbound.Verb.POST,
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
    this.session = begun.headers().get(Headers.SESSION_ID);
    this.handshake = begun.await();
  }

  /** The answer to {@code initialize}. */
  JsonNode handshake() {
    return handshake;
  }

  /** Begins one, and says so. */
  static Conversation begin(Map<String, Object> capabilities) {
    Conversation conversation = beginUnconfirmed(capabilities);
    conversation.send(
        new RpcMessage.Notification("notifications/initialized", Json.object()), new Delivery());
    return conversation;
  }

  /** Begins one with a server of one's own. */
  static Conversation begin(McpServer server) {
    Conversation conversation = new Conversation(server, Map.of());
    conversation.send(
        new RpcMessage.Notification("notifications/initialized", Json.object()), new Delivery());
    return conversation;
  }

  /** Begins one, and does not say that the client is ready. */
  static Conversation beginUnconfirmed(Map<String, Object> capabilities) {
    EverythingConfiguration configuration = new EverythingConfiguration();
    configuration.getMcp().setRequestTimeout(Duration.seconds(30));
    FeatureCatalog all =
        new FeatureCatalog(Tools.all(), List.of(), Resources.all(), Resources.templates())
            .plus(Fixtures.catalog());
    java.time.Duration idle = java.time.Duration.ofMinutes(5);
    return new Conversation(
        new McpServerFactory(ignored -> all, Tools.prepared())
            .stateful(
                (runtime, ignored) ->
                    new StatefulEra(
                        runtime, new SessionLimits(idle, 100, 100, java.time.Duration.ZERO)))
            .build(configuration),
        capabilities);
  }

  static RpcMessage.Request request(int id, String method, Map<String, Object> params) {
    return new RpcMessage.Request(Json.tree(id), method, Json.objectOf(params));
  }

  static RpcMessage.Request call(int id, String tool, Map<String, Object> arguments) {
    return request(id, "tools/call", Map.of("name", tool, "arguments", arguments));
  }

  Delivery send(RpcMessage message, Delivery delivery) {
    return deliver(session, Inbound.Verb.POST, message, delivery);
  }

  /** Sends a request and gives the answer. */
  JsonNode ask(RpcMessage.Request request) {
    return send(request, new Delivery()).await();
  }

  /** Opens a stream for what belongs to no request. */
  Delivery listen() {
    return deliver(session, Inbound.Verb.GET, null, new Delivery());
  }

  /** Ends the session. */
  void end() {
    deliver(session, Inbound.Verb.DELETE, null, new Delivery());
  }

  private Delivery deliver(String id, Inbound.Verb verb, RpcMessage message, Delivery delivery) {
    server
        .endpoint()
        .serve(
            new Inbound(
                Inbound.Channel.STREAMABLE_HTTP,
                verb,
                Headers.NONE,
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
