package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.catalog.DeclaredFeatures;
import io.everythingmcp.server.protocol.CompletedOperation.Problem;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.protocol.stateful.stream.StreamLogResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The {@code initialize} request: negotiates the revision, creates the session, declares the
 * capabilities of the server.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/lifecycle#initialization">Initialization</a>
 */
final class InitializeHandshake {
  /** Maximum size of the client information, which is stored with the session. */
  private static final int MAX_SIZE = 64 * 1024;

  private final StatefulContext context;
  private final SessionFactory factory;

  InitializeHandshake(StatefulContext context, SessionFactory factory) {
    this.context = context;
    this.factory = factory;
  }

  /** Handles an {@code initialize} request. */
  CompletionStage<?> handle(
      IncomingMessage in, RpcMessage.Request request, ResponseExchange exchange) {
    Optional<String> wrong = violations(request.params());
    if (wrong.isPresent()) {
      respond(
          in,
          exchange,
          WireJson.bytes(RpcMessage.error(request.id(), RpcError.invalidParams(wrong.get()))),
          Map.of());
      return ProtocolEra.SERVED;
    }
    if (in.session() == null) {
      initialize(Optional.empty(), in, request, exchange);
      return ProtocolEra.SERVED;
    }
    return context
        .sessions()
        .find(in.session(), in.caller().ownerKey())
        .thenAccept(existing -> initialize(existing, in, request, exchange));
  }

  private void initialize(
      Optional<Session> existing,
      IncomingMessage in,
      RpcMessage.Request request,
      ResponseExchange exchange) {
    if (existing.filter(Session::begun).isPresent()) {
      SessionRefusals.send(exchange, 400, Map.of(), in, SessionRefusals.alreadyInitialized());
    } else if (in.channel() == IncomingMessage.Channel.STREAMABLE_HTTP) {
      createSession(in, request, exchange);
    } else if (existing.isPresent()) {
      confirm(in, request, exchange);
    } else {
      SessionRefusals.send(exchange, 404, Map.of(), in, SessionRefusals.notFound(in.channel()));
    }
  }

  private void createSession(
      IncomingMessage in, RpcMessage.Request request, ResponseExchange exchange) {
    long begun = System.nanoTime();
    ProtocolRevision revision = negotiate(request.params());
    ClientInfo client = client(request.params(), revision);
    SessionFactory.Opening opening =
        factory.streamable(in.caller(), exchange.address(), revision, client);
    if (opening.session() == null) {
      SessionRefusals.send(
          exchange, 503, StatefulEra.RETRY_LATER, in, RpcError.unavailable(opening.refusal()));
      return;
    }
    measured(opening.session(), request, in, begun);
    respond(
        in,
        exchange,
        result(request, revision),
        Map.of(RequestHeaders.SESSION_ID, opening.session().id()));
  }

  private void confirm(IncomingMessage in, RpcMessage.Request request, ResponseExchange exchange) {
    long begun = System.nanoTime();
    ProtocolRevision revision = negotiate(request.params());
    context
        .sessions()
        .update(in.session(), now -> now.negotiated(revision, client(request.params(), revision)))
        .ifPresent(session -> measured(session, request, in, begun));
    respond(in, exchange, result(request, revision), Map.of());
  }

  private void measured(
      Session session, RpcMessage.Request request, IncomingMessage in, long begun) {
    long nanos = System.nanoTime() - begun;
    context
        .runtime()
        .operations()
        .publish(() -> context.completed(session, request, in.caller(), nanos, Problem.NONE, 0));
  }

  private byte[] result(RpcMessage.Request request, ProtocolRevision revision) {
    return RpcMessage.resultBytes(
        request.id(), WireJson.bytes(result(context.runtime(), revision)));
  }

  private void respond(
      IncomingMessage in, ResponseExchange exchange, byte[] message, Map<String, String> headers) {
    if (in.channel() == IncomingMessage.Channel.STREAMABLE_HTTP) {
      exchange.reply(200, headers, message);
    } else {
      exchange.reply(202, headers, null);
      StreamLogResponseStream.single(context.log(), in.session()).sendResponse(null, message);
    }
  }

  /** Returns the violations of the parameters; empty if they are valid. */
  static Optional<String> violations(JsonNode params) {
    if (!params.path("protocolVersion").isTextual()) {
      return Optional.of(
          "\"protocolVersion\" must be a string: the latest revision that the client supports");
    }
    if (!params.path("capabilities").isObject()) {
      return Optional.of("\"capabilities\" must be an object with the client capabilities");
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

  /** Returns the revision to use: the requested one, or else the latest stateful revision. */
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
    DeclaredFeatures features = runtime.catalog().declared();
    ObjectNode result = WireJson.object().put("protocolVersion", revision.date());
    ObjectNode capabilities = identity.capabilities(features);
    if (features.tasks()) {
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
