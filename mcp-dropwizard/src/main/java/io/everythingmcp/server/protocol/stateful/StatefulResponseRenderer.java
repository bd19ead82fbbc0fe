package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ClientCapability;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.handlers.ListPage;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/** Renders the outcome of a method as the response to the client. */
final class StatefulResponseRenderer {
  private StatefulResponseRenderer() {}

  /** Renders the response. */
  static RenderedResponse render(
      StatefulContext context,
      Session session,
      RpcMessage.Request request,
      RequestOutcome outcome) {
    if (outcome instanceof RequestOutcome.Failed refused) {
      return refused(session.revision(), request, possible(session, refused));
    }
    Object result = ((RequestOutcome.Complete) outcome).result();
    byte[] bytes = result(context, session.revision(), request.method(), result);
    int limit = context.runtime().limits().outputBytes();
    return bytes.length <= limit
        ? RenderedResponse.result(request, bytes)
        : error(
            request,
            RpcError.internal(
                "The result has "
                    + bytes.length
                    + " bytes, more than "
                    + limit
                    + " (maxOutputSize)"));
  }

  private static byte[] result(
      StatefulContext context, ProtocolRevision revision, String method, Object result) {
    if (result instanceof ListPage listing) {
      return context
          .lists()
          .bytes(listing, revision, page -> RevisionView.result(revision, method, page));
    }
    return RevisionView.unchanged(revision, result)
        ? WireJson.bytes(result)
        : WireJson.bytes(RevisionView.result(revision, method, WireJson.objectOf(result)));
  }

  /** URL elicitation is used only with clients that support it. */
  private static RequestOutcome.Failed possible(Session session, RequestOutcome.Failed refused) {
    return refused.kind() == ErrorKind.URL_ELICITATION_REQUIRED
        ? ServerToClientRequests.missingCapability(session, ClientCapability.ELICITATION_URL)
            .orElse(refused)
        : refused;
  }

  private static RenderedResponse refused(
      ProtocolRevision revision, RpcMessage.Request request, RequestOutcome.Failed refused) {
    return request.method().equals("tools/call") && toolError(refused, revision)
        ? RenderedResponse.result(request, WireJson.bytes(toolError(refused)))
        : error(request, error(refused));
  }

  /** Returns whether a model may correct the call, so that the error is a tool result. */
  static boolean toolError(RequestOutcome.Failed refused, ProtocolRevision revision) {
    return refused.kind() == ErrorKind.MISSING_CLIENT_CAPABILITY
        || (refused.kind() == ErrorKind.INVALID_TOOL_ARGUMENTS
            && revision.atLeast(ProtocolRevision.V2025_11_25));
  }

  /** A refusal as the result of a tool. */
  static ObjectNode toolError(RequestOutcome.Failed refused) {
    ObjectNode result = WireJson.object();
    result.putArray("content").addObject().put("type", "text").put("text", refused.message());
    return result.put("isError", true);
  }

  private static RenderedResponse error(RpcMessage.Request request, RpcError error) {
    return RenderedResponse.error(200, request, error);
  }

  private static RpcError error(RequestOutcome.Failed refused) {
    Object data = refused.data().isEmpty() ? null : refused.data();
    return switch (refused.kind()) {
      case INVALID_PARAMS, INVALID_TOOL_ARGUMENTS, NOT_FOUND ->
          new RpcError(RpcError.INVALID_PARAMS, refused.message(), data);
      case NOT_SUPPORTED -> new RpcError(RpcError.METHOD_NOT_FOUND, refused.message(), data);
      case RESOURCE_NOT_FOUND -> new RpcError(RpcError.RESOURCE_NOT_FOUND, refused.message(), data);
      case MISSING_CLIENT_CAPABILITY ->
          new RpcError(
              RpcError.INVALID_REQUEST,
              refused.message(),
              Map.of("requiredCapabilities", refused.data()));
      case URL_ELICITATION_REQUIRED ->
          new RpcError(RpcError.URL_ELICITATION_REQUIRED, refused.message(), data);
      case TIMEOUT, INTERNAL_ERROR ->
          new RpcError(RpcError.INTERNAL_ERROR, refused.message(), data);
    };
  }

  /** Returns an empty result. */
  static RequestOutcome empty() {
    return new RequestOutcome.Complete(Map.of());
  }
}
