package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.execution.RenderedResponse;
import io.everythingmcp.server.protocol.stateless.mrtr.MultiRoundTripRequests;
import io.everythingmcp.server.protocol.stateless.mrtr.RoundTripDecision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;

/**
 * Renders outcomes as responses.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     errors</a>, and <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a> for the statuses
 */
final class StatelessResponseRenderer {
  private final StatelessResultRenderer results;
  private final MultiRoundTripRequests roundTrips;
  private final int limit;

  /**
   * Creates the renderer.
   *
   * @param limit maximum size of a result in bytes
   */
  StatelessResponseRenderer(
      StatelessResultRenderer results, MultiRoundTripRequests roundTrips, int limit) {
    this.results = results;
    this.roundTrips = roundTrips;
    this.limit = limit;
  }

  /** Renders the response to a request that is complete or requires input. */
  RenderedResponse of(StatelessRequest incoming, RequestOutcome outcome) {
    RpcMessage.Request request = incoming.request();
    boolean inputAllowed = MultiRoundTripRequests.supportsInput(request.method());
    if (outcome instanceof RequestOutcome.Complete complete) {
      return result(request, results.bytes(request.method(), complete.result()));
    }
    if (outcome instanceof RequestOutcome.Failed refused) {
      return inputAllowed && refused.kind() == ErrorKind.URL_ELICITATION_REQUIRED
          ? of(incoming, roundTrips.requireConsent(incoming.sender(), refused))
          : refused(request, refused);
    }
    if (outcome instanceof RequestOutcome.InputRequired required && inputAllowed) {
      return of(incoming, roundTrips.requireInput(incoming.sender(), required));
    }
    throw new IllegalStateException(request.method() + " must not end with " + outcome.getClass());
  }

  /** Renders the response to a request that did not reach its feature. */
  RenderedResponse of(StatelessRequest incoming, RoundTripDecision decision) {
    return decision instanceof RoundTripDecision.RequireInput input
        ? result(incoming.request(), WireJson.bytes(results.signed(input.result())))
        : of(incoming, ((RoundTripDecision.End) decision).outcome());
  }

  private RenderedResponse result(RpcMessage.Request request, byte[] result) {
    return result.length <= limit
        ? RenderedResponse.result(request, result)
        : RenderedResponse.error(
            200,
            request,
            RpcError.internal(
                "The result has "
                    + result.length
                    + " bytes, more than "
                    + limit
                    + " (maxOutputSize)"));
  }

  private RenderedResponse refused(RpcMessage.Request request, RequestOutcome.Failed refused) {
    return switch (refused.kind()) {
      case INVALID_TOOL_ARGUMENTS ->
          request.method().equals("tools/call")
              ? result(request, results.bytes(request.method(), toolError(refused)))
              : error(200, request, RpcError.INVALID_PARAMS, refused);
      case INVALID_PARAMS, NOT_FOUND, RESOURCE_NOT_FOUND ->
          error(200, request, RpcError.INVALID_PARAMS, refused);
      case NOT_SUPPORTED -> error(404, request, RpcError.METHOD_NOT_FOUND, refused);
      case MISSING_CLIENT_CAPABILITY ->
          RenderedResponse.error(
              400, request, RpcError.missingCapability(refused.message(), refused.data()));
      case URL_ELICITATION_REQUIRED, TIMEOUT, INTERNAL_ERROR ->
          error(200, request, RpcError.INTERNAL_ERROR, refused);
    };
  }

  /** Renders an error that a model can correct as a tool result. */
  private static ObjectNode toolError(RequestOutcome.Failed refused) {
    ObjectNode result = WireJson.object();
    result.putArray("content").addObject().put("type", "text").put("text", refused.message());
    return result.put("isError", true);
  }

  private static RenderedResponse error(
      int status, RpcMessage.Request request, int code, RequestOutcome.Failed refused) {
    Object data = refused.data().isEmpty() ? null : refused.data();
    return RenderedResponse.error(status, request, new RpcError(code, refused.message(), data));
  }
}
