package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.stateless.round.Rounds;
import io.everythingmcp.server.protocol.stateless.round.Turn;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.List;
import java.util.Map;

/**
 * Turns outcomes into answers.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     errors</a>, and <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP</a> for the statuses
 */
final class Answers {
  private final Results results;
  private final Rounds rounds;
  private final int limit;

  /**
   * Answers.
   *
   * @param limit how many bytes a result may have
   */
  Answers(Results results, Rounds rounds, int limit) {
    this.results = results;
    this.rounds = rounds;
    this.limit = limit;
  }

  /** The answer to a request that came to an end, or cannot go on without the client. */
  Sent of(Incoming incoming, RequestOutcome outcome) {
    RpcMessage.Request request = incoming.request();
    boolean mayAsk = Rounds.mayAsk(request.method());
    if (outcome instanceof RequestOutcome.Complete complete) {
      return result(request, results.bytes(request.method(), complete.result()));
    }
    if (outcome instanceof RequestOutcome.Refused refused) {
      return mayAsk && refused.fault() == ErrorKind.URL_CONSENT_REQUIRED
          ? of(incoming, rounds.askForConsent(incoming.sender(), refused))
          : refused(request, refused);
    }
    if (outcome instanceof RequestOutcome.Asks asks && mayAsk) {
      return of(incoming, rounds.ask(incoming.sender(), asks));
    }
    throw new IllegalStateException(request.method() + " must not end with " + outcome.getClass());
  }

  /** The answer to a request that does not get as far as to its feature. */
  Sent of(Incoming incoming, Turn turn) {
    return turn instanceof Turn.Ask ask
        ? result(incoming.request(), Json.bytes(results.signed(ask.result())))
        : of(incoming, ((Turn.End) turn).outcome());
  }

  private Sent result(RpcMessage.Request request, byte[] result) {
    return result.length <= limit
        ? Sent.result(request, result)
        : Sent.error(
            200,
            request,
            RpcError.internal(
                "The result has "
                    + result.length
                    + " bytes, more than "
                    + limit
                    + " (maxOutputSize)"));
  }

  private Sent refused(RpcMessage.Request request, RequestOutcome.Refused refused) {
    return switch (refused.fault()) {
      case INVALID_ARGUMENTS ->
          request.method().equals("tools/call")
              ? result(request, results.bytes(request.method(), toolError(refused)))
              : error(200, request, RpcError.INVALID_PARAMS, refused);
      case INVALID_PARAMS, UNKNOWN, RESOURCE_NOT_FOUND ->
          error(200, request, RpcError.INVALID_PARAMS, refused);
      case UNSUPPORTED -> error(404, request, RpcError.METHOD_NOT_FOUND, refused);
      case CAPABILITY_REQUIRED ->
          Sent.error(400, request, RpcError.missingCapability(refused.message(), refused.data()));
      case URL_CONSENT_REQUIRED, TIMEOUT, INTERNAL ->
          error(200, request, RpcError.INTERNAL_ERROR, refused);
    };
  }

  /** A model may get it right the next time. */
  private static Map<String, Object> toolError(RequestOutcome.Refused refused) {
    Map<String, Object> text = Map.of("type", "text", "text", refused.message());
    return Map.of("content", List.of(text), "isError", true);
  }

  private static Sent error(
      int status, RpcMessage.Request request, int code, RequestOutcome.Refused refused) {
    Object data = refused.data().isEmpty() ? null : refused.data();
    return Sent.error(status, request, new RpcError(code, refused.message(), data));
  }
}
