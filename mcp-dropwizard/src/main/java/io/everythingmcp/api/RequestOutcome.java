package io.everythingmcp.api;

import io.everythingmcp.server.wire.TextTruncation;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outcome of a request to a feature: complete, input required, deferred to a task, or failed. */
public sealed interface RequestOutcome {

  /**
   * The request is complete.
   *
   * @param result result of the method: a result type of the SDK or a record that extends it
   */
  record Complete(Object result) implements RequestOutcome {
    /**
     * Checks that the result is not null.
     *
     * @param result result of the method
     */
    public Complete {
      Objects.requireNonNull(result);
    }
  }

  /**
   * Outcome of a request that cannot complete until the client supplies input. In stateful
   * revisions each entry is sent as a server-to-client request; in revision 2026-07-28 the client
   * receives an {@code InputRequiredResult} and repeats the request. The feature is then called
   * again with {@link RequestContext#inputResponses()}. Work with side effects must come after the
   * last {@code InputRequired} of a request, because earlier code runs again, possibly on another
   * instance.
   *
   * @param inputRequests the requests by a key of the feature's choice, in the order in which they
   *     are presented to the user
   * @param requestState passed back unchanged as {@link RequestContext#requestState()}, or null;
   *     must hold no secret
   * @param singleUse whether the input may be accepted only once, even if the client repeats the
   *     request
   * @see <a
   *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/mrtr">Multi
   *     round-trip requests</a>
   */
  record InputRequired(
      Map<String, InputRequest> inputRequests, @Nullable String requestState, boolean singleUse)
      implements RequestOutcome {
    /**
     * Copies the input requests.
     *
     * @param inputRequests the input requests by key
     * @param requestState the request state, or null
     * @param singleUse whether the input may be accepted only once
     */
    public InputRequired {
      inputRequests = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(inputRequests));
    }

    /**
     * Creates an outcome whose input may be accepted more than once.
     *
     * @param inputRequests the input requests by key
     * @param state the request state, or null
     */
    public InputRequired(Map<String, InputRequest> inputRequests, @Nullable String state) {
      this(inputRequests, state, false);
    }

    /**
     * Creates an outcome with one input request and no request state.
     *
     * @param key key of the input request
     * @param inputRequest the input request
     * @return the outcome
     */
    public static InputRequired of(String key, InputRequest inputRequest) {
      return new InputRequired(Map.of(key, inputRequest), null);
    }

    /** {@return a copy whose input is accepted only once} */
    public InputRequired asSingleUse() {
      return new InputRequired(inputRequests, requestState, true);
    }
  }

  /**
   * The work continues after the response, as a task where the revision supports tasks.
   *
   * @param work the remaining work
   * @param ttl retention time of the result
   */
  record DeferredTask(TaskWork work, Duration ttl) implements RequestOutcome {}

  /**
   * The request failed; the result is a JSON-RPC error, not a tool result.
   *
   * @param kind kind of the error
   * @param message one sentence: what was wrong and what was expected
   * @param data additional information for programs
   */
  record Failed(ErrorKind kind, String message, Map<String, Object> data)
      implements RequestOutcome {
    /** Maximum length of the message in characters. A longer message is truncated. */
    public static final int LONGEST = 1_000;

    /**
     * Truncates the message to {@link #LONGEST} characters.
     *
     * @param kind kind of the error
     * @param message one sentence: what was wrong and what was expected
     * @param data additional information for programs
     */
    public Failed {
      message = TextTruncation.shortened(message, LONGEST);
    }
  }

  /** Work that continues in the background; it may also require input. */
  @FunctionalInterface
  interface TaskWork {
    /**
     * Runs the work.
     *
     * @param call the request that created the task
     * @return the outcome
     */
    RequestOutcome run(RequestContext call);
  }

  /**
   * Creates a tool result with one text block.
   *
   * @param text the text
   * @return the outcome
   */
  static RequestOutcome text(String text) {
    return content(new McpSchema.TextContent(null, text, null));
  }

  /**
   * Creates a tool result.
   *
   * @param contents the content blocks
   * @return the outcome
   */
  static RequestOutcome content(McpSchema.Content... contents) {
    return new Complete(new McpSchema.CallToolResult(List.of(contents), false, null, null));
  }

  /**
   * Creates a tool execution error ({@code isError}), which the model can use to correct its call.
   *
   * @param text description of the error
   * @return the outcome
   */
  static RequestOutcome toolError(String text) {
    return new Complete(
        new McpSchema.CallToolResult(
            List.of(new McpSchema.TextContent(null, text, null)), true, null, null));
  }

  /**
   * Creates the error for an unknown resource.
   *
   * @param uri the requested URI
   * @return the outcome
   */
  static RequestOutcome resourceNotFound(String uri) {
    return new Failed(
        ErrorKind.RESOURCE_NOT_FOUND, "Resource not found: " + uri, Map.of("uri", uri));
  }

  /**
   * Creates the error for arguments that do not match the input schema of a tool. Revisions from
   * 2025-11-25 on receive it as a tool execution error, earlier ones as invalid params.
   *
   * @param tool name of the tool
   * @param problem the location of the argument, what was wrong and what was expected
   * @return the outcome
   */
  static RequestOutcome invalidToolArguments(String tool, String problem) {
    return failed(
        ErrorKind.INVALID_TOOL_ARGUMENTS,
        "Invalid arguments for tool " + tool + ": " + problem + " (see its inputSchema)");
  }

  /**
   * Creates an error without additional data.
   *
   * @param fault kind of the error
   * @param message one sentence: what was wrong and what was expected
   * @return the outcome
   */
  static RequestOutcome failed(ErrorKind fault, String message) {
    return new Failed(fault, message, Map.of());
  }
}
