package io.everythingmcp.server.protocol;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Locale;
import java.util.Set;

/**
 * A request that was worked on, from its arrival, or the answers to its questions, to its own
 * answer or its next questions. Waiting for people is not part of it.
 *
 * @param revision what was spoken
 * @param channel by which way it came
 * @param request the message
 * @param caller who sent it
 * @param session the session, or null
 * @param nanos how long it took
 * @param error what was wrong, in one word: {@code tool_error}, {@code cancelled}, the name of a
 *     {@link io.everythingmcp.api.ErrorKind} in lower case; null where nothing was
 * @param code the code of the error that was answered; 0 where a result was, or nothing
 * @param reason what was wrong, in a sentence; null where nothing was, or nothing is known
 */
public record CompletedOperation(
    ProtocolRevision revision,
    IncomingMessage.Channel channel,
    RpcMessage.Request request,
    CallerIdentity caller,
    String session,
    long nanos,
    String error,
    int code,
    String reason) {
  /** The client did not want the answer any more. */
  public static final String CANCELLED = "cancelled";

  /** There is too much to do. */
  public static final String BUSY = "busy";

  /**
   * What was wrong.
   *
   * @param word in one word
   * @param reason in a sentence, or null
   */
  public record Problem(String word, String reason) {
    /** Nothing was. */
    public static final Problem NONE = new Problem(null, null);

    /** The client did not want the answer any more. */
    public static final Problem CANCELLED = new Problem(CompletedOperation.CANCELLED, null);

    /** There is too much to do. */
    public static final Problem BUSY = new Problem(CompletedOperation.BUSY, null);

    /** The sentences of these quote what was sent. */
    private static final Set<ErrorKind> QUOTING =
        Set.of(ErrorKind.NOT_FOUND, ErrorKind.RESOURCE_NOT_FOUND);

    /** What was wrong with an outcome. */
    public static Problem of(RequestOutcome outcome) {
      boolean told =
          outcome instanceof RequestOutcome.Failed refused && !QUOTING.contains(refused.kind());
      return new Problem(
          CompletedOperation.error(outcome),
          told ? ((RequestOutcome.Failed) outcome).message() : null);
    }
  }

  /** What was wrong with a request that did not get as far as to its method. */
  public static String refusal(int code) {
    return switch (code) {
      case RpcError.INVALID_PARAMS -> "invalid_params";
      case RpcError.METHOD_NOT_FOUND -> "unsupported";
      case RpcError.MISSING_CAPABILITY -> "capability_required";
      case RpcError.SERVER_ERROR, RpcError.INTERNAL_ERROR -> BUSY;
      default -> "invalid_request";
    };
  }

  /** What was wrong with an outcome; null where nothing was. */
  public static String error(RequestOutcome outcome) {
    if (outcome instanceof RequestOutcome.Failed refused) {
      return refused.kind().name().toLowerCase(Locale.ROOT);
    }
    return outcome instanceof RequestOutcome.Complete complete
            && complete.result() instanceof McpSchema.CallToolResult result
            && Boolean.TRUE.equals(result.isError())
        ? "tool_error"
        : null;
  }
}
