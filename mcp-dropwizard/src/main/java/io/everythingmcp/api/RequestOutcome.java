package io.everythingmcp.api;

import io.everythingmcp.server.wire.TextTruncation;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a call ended, or why it has not ended yet. */
public sealed interface RequestOutcome {

  /**
   * Done.
   *
   * @param result the result of the method, one of the SDK's result types or a record of ours that
   *     adds what they lack
   */
  record Complete(Object result) implements RequestOutcome {
    public Complete {
      Objects.requireNonNull(result);
    }
  }

  /**
   * Answers are needed first; the feature is called again with them.
   *
   * @param inputRequests by a key of the feature's own, in the order they should be asked
   * @param requestState what the feature must know in the next round, or null; travels through the
   *     client in some revisions, so it must hold no secret
   * @param singleUse whether the answers may have their effect only once, even where a client could
   *     send them again because it did not see what came of them
   */
  record InputRequired(
      Map<String, InputRequest> inputRequests, String requestState, boolean singleUse)
      implements RequestOutcome {
    public InputRequired {
      inputRequests = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputRequests));
    }

    /** Answers may come again. */
    public InputRequired(Map<String, InputRequest> questions, String state) {
      this(questions, state, false);
    }

    /** One question, nothing to remember. */
    public static InputRequired of(String key, InputRequest question) {
      return new InputRequired(Map.of(key, question), null);
    }

    /** The same, answered once. */
    public InputRequired asSingleUse() {
      return new InputRequired(inputRequests, requestState, true);
    }
  }

  /**
   * Goes on after this answer, as a task where the protocol has tasks.
   *
   * @param work the rest of the work
   * @param ttl how long the result is kept
   */
  record DeferredTask(TaskWork work, Duration ttl) implements RequestOutcome {}

  /**
   * Not done, and it is not a result of the tool either.
   *
   * @param kind the kind of refusal
   * @param message one sentence: what was wrong and what was expected
   * @param data details for programs
   */
  record Failed(ErrorKind kind, String message, Map<String, Object> data)
      implements RequestOutcome {
    /** The message may quote what was sent, which may be as long as a request. */
    public static final int LONGEST = 1_000;

    public Failed {
      message = TextTruncation.shortened(message, LONGEST);
    }
  }

  /** Work that continues on its own; it may ask, too. */
  @FunctionalInterface
  interface TaskWork {
    RequestOutcome run(RequestContext call);
  }

  /** A tool result with one text. */
  static RequestOutcome text(String text) {
    return content(new McpSchema.TextContent(null, text, null));
  }

  /** A tool result with these contents. */
  static RequestOutcome content(McpSchema.Content... contents) {
    return new Complete(new McpSchema.CallToolResult(List.of(contents), false, null, null));
  }

  /** A tool result that tells the model what went wrong, so that it can try again. */
  static RequestOutcome toolError(String text) {
    return new Complete(
        new McpSchema.CallToolResult(
            List.of(new McpSchema.TextContent(null, text, null)), true, null, null));
  }

  /** There is no resource with this URI. */
  static RequestOutcome resourceNotFound(String uri) {
    return new Failed(
        ErrorKind.RESOURCE_NOT_FOUND, "Resource not found: " + uri, Map.of("uri", uri));
  }

  /** A refusal without details. */
  static RequestOutcome failed(ErrorKind fault, String message) {
    return new Failed(fault, message, Map.of());
  }
}
