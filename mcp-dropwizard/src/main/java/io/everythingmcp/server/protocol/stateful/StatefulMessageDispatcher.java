package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.protocol.stateful.stream.BatchResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.HttpResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.protocol.stateful.stream.SessionStreams;
import io.everythingmcp.server.protocol.stateful.stream.StreamLogResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Dispatches the messages of a client's session. */
final class StatefulMessageDispatcher {
  private final StatefulContext context;
  private final SessionStreams streams;
  private final StatefulRequestDispatcher requests;

  StatefulMessageDispatcher(StatefulContext context, SessionStreams streams) {
    this.context = context;
    this.streams = streams;
    this.requests = new StatefulRequestDispatcher(context);
  }

  /** Starts the monitoring of clients that wait for other instances. */
  void subscribe() {
    requests.subscribe();
  }

  /** Dispatches one message or a batch. */
  void dispatch(
      Session session,
      IncomingMessage in,
      List<ResolvedRequest> resolved,
      ResponseExchange exchange) {
    if (in.message() instanceof RpcMessage.Batch batch) {
      acceptBatch(session, batch.messages(), resolved, in.caller(), exchange);
    } else if (in.message() instanceof RpcMessage.Request request) {
      ResponseStream stream = responseStream(session, List.of(request.id()), exchange, false);
      requests.begin(session, resolved.get(0), in.caller(), stream);
    } else {
      exchange.reply(202, Map.of(), null);
      dispatchWithoutResponse(session, in.caller(), in.message());
    }
  }

  private void acceptBatch(
      Session session,
      List<RpcMessage> messages,
      List<ResolvedRequest> resolved,
      CallerIdentity caller,
      ResponseExchange exchange) {
    if (session.revision() != ProtocolRevision.V2025_03_26) {
      refuse(
          exchange,
          "only revision 2025-03-26 supports batches; the revision of this session is "
              + session.revision());
    } else if (messages.stream()
        .anyMatch(m -> m instanceof RpcMessage.Request r && r.method().equals("initialize"))) {
      refuse(exchange, "initialize must not be part of a batch");
    } else if (messages.stream().noneMatch(RpcMessage::requiresResponse)) {
      dispatchBatchWithoutResponse(session, messages, caller, exchange);
    } else {
      dispatchBatch(session, messages, resolved, caller, exchange);
    }
  }

  private void dispatchBatchWithoutResponse(
      Session session,
      List<RpcMessage> messages,
      CallerIdentity caller,
      ResponseExchange exchange) {
    if (messages.stream().allMatch(RpcMessage.Invalid.class::isInstance)) {
      refuse(exchange, "no message of the batch is valid");
    } else {
      exchange.reply(202, Map.of(), null);
      messages.forEach(message -> dispatchWithoutResponse(session, caller, message));
    }
  }

  /** Responses to invalid requests need no worker. */
  private static JsonNode id(RpcMessage message) {
    return message instanceof RpcMessage.Request request ? request.id() : NullNode.getInstance();
  }

  private static void refuse(ResponseExchange exchange, String why) {
    exchange.reply(
        400, Map.of(), WireJson.bytes(RpcMessage.error(null, RpcError.invalidRequest(why))));
  }

  private void dispatchBatch(
      Session session,
      List<RpcMessage> messages,
      List<ResolvedRequest> resolved,
      CallerIdentity caller,
      ResponseExchange exchange) {
    List<JsonNode> ids =
        messages.stream()
            .filter(RpcMessage::requiresResponse)
            .map(StatefulMessageDispatcher::id)
            .toList();
    ResponseStream stream = responseStream(session, ids, exchange, true);
    Iterator<ResolvedRequest> next = resolved.iterator();
    for (RpcMessage message : messages) {
      if (message instanceof RpcMessage.Request) {
        requests.begin(session, next.next(), caller, stream);
      } else if (message instanceof RpcMessage.Invalid invalid && invalid.requiresResponse()) {
        stream.sendResponse(null, WireJson.bytes(RpcMessage.error(invalid.id(), invalid.error())));
      } else {
        dispatchWithoutResponse(session, caller, message);
      }
    }
  }

  /** Creates the destination of the responses to the requests of one message. */
  private ResponseStream responseStream(
      Session session, List<JsonNode> ids, ResponseExchange exchange, boolean batch) {
    if (session.singleChannel()) {
      exchange.reply(202, Map.of(), null);
      StreamLogResponseStream single = StreamLogResponseStream.single(context.log(), session.id());
      return batch ? new BatchResponseStream(single, ids.size()) : single;
    }
    HttpResponseStream http =
        new HttpResponseStream(context.log(), streams, session, exchange, ids, batch);
    exchange.setListener(http);
    return http;
  }

  /** Processes a notification or response. Unknown ones are ignored, as JSON-RPC requires. */
  private void dispatchWithoutResponse(Session session, CallerIdentity caller, RpcMessage message) {
    if (message instanceof RpcMessage.Response response) {
      requests.onResponse(session, caller, response);
    } else if (message instanceof RpcMessage.Notification notification) {
      switch (notification.method()) {
        case "notifications/initialized" ->
            context.sessions().update(session.id(), Session::confirmed);
        case "notifications/cancelled" -> cancel(session, notification.params().get("requestId"));
        case "notifications/roots/list_changed" ->
            new StatefulSessionNotifier(context, session.id())
                .log(
                    LoggingLevel.INFO,
                    "roots",
                    "The client has sent notifications/roots/list_changed");
        default -> {}
      }
    }
  }

  private void cancel(Session session, JsonNode requestId) {
    if (requestId != null) {
      requests.cancel(session, requestId);
    }
  }
}
