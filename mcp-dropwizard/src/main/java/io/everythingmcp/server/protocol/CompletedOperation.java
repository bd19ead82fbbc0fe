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
 * Completed processing of a request: from its arrival, or the arrival of input responses, to its
 * response or its next input requests. The time waiting for users is not included.
 *
 * @param revision protocol revision of the request
 * @param channel transport channel
 * @param request the message
 * @param caller the sender
 * @param session the session, or null
 * @param nanos processing time in nanoseconds
 * @param error the error in one word: {@code tool_error}, {@code cancelled}, the name of an {@link
 *     io.everythingmcp.api.ErrorKind} in lowercase letters; null on success
 * @param code the JSON-RPC error code; 0 for a result or no response
 * @param reason description of the error; null on success or if unknown
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
  /** The request was cancelled by the client. */
  public static final String CANCELLED = "cancelled";

  /** The result of a tool has {@code isError}. */
  public static final String TOOL_ERROR = "tool_error";

  /** The store cannot be reached. */
  public static final String STORE_UNAVAILABLE = "store_unavailable";

  /** The limit of requests in progress is reached. */
  public static final String BUSY = "busy";

  /**
   * Error of an operation.
   *
   * @param word the error in one word
   * @param reason description, or null
   */
  public record Problem(String word, String reason) {
    /** Nothing was. */
    public static final Problem NONE = new Problem(null, null);

    /** The request was cancelled by the client. */
    public static final Problem CANCELLED = new Problem(CompletedOperation.CANCELLED, null);

    /** There is too much to do. */
    public static final Problem BUSY = new Problem(CompletedOperation.BUSY, null);

    /** Returns the error of a request that was rejected with this code; 0 for none. */
    public static Problem ofCode(int code) {
      return code == 0 ? NONE : new Problem(refusal(code), null);
    }

    /** The sentences of these quote what was sent. */
    private static final Set<ErrorKind> QUOTING =
        Set.of(ErrorKind.NOT_FOUND, ErrorKind.RESOURCE_NOT_FOUND);

    /** Returns the error of an outcome. */
    public static Problem of(RequestOutcome outcome) {
      boolean publishable =
          outcome instanceof RequestOutcome.Failed refused && !QUOTING.contains(refused.kind());
      return new Problem(
          CompletedOperation.error(outcome),
          publishable ? ((RequestOutcome.Failed) outcome).message() : null);
    }
  }

  /** Returns the error word for a request that was rejected before its method was called. */
  public static String refusal(int code) {
    return switch (code) {
      case RpcError.INVALID_PARAMS -> "invalid_params";
      case RpcError.METHOD_NOT_FOUND -> word(ErrorKind.NOT_SUPPORTED);
      case RpcError.MISSING_CAPABILITY -> word(ErrorKind.MISSING_CLIENT_CAPABILITY);
      case RpcError.SERVER_ERROR, RpcError.INTERNAL_ERROR -> BUSY;
      default -> "invalid_request";
    };
  }

  /** Returns the error word of a kind of error. */
  public static String word(ErrorKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the error word of an outcome; null on success. */
  public static String error(RequestOutcome outcome) {
    if (outcome instanceof RequestOutcome.Failed refused) {
      return word(refused.kind());
    }
    return outcome instanceof RequestOutcome.Complete complete
            && complete.result() instanceof McpSchema.CallToolResult result
            && Boolean.TRUE.equals(result.isError())
        ? TOOL_ERROR
        : null;
  }
}
