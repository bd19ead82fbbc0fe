package io.everythingmcp.server.feature;

import io.everythingmcp.server.wire.Texts;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a call ended, or why it has not ended yet. */
public sealed interface Outcome {

  /**
   * Done.
   *
   * @param result the result of the method, one of the SDK's result types or a record of ours that
   *     adds what they lack
   */
  record Complete(Object result) implements Outcome {
    public Complete {
      Objects.requireNonNull(result);
    }
  }

  /**
   * Answers are needed first; the feature is called again with them.
   *
   * @param questions by a key of the feature's own, in the order they should be asked
   * @param state what the feature must know in the next round, or null; travels through the client
   *     in some revisions, so it must hold no secret
   * @param once whether the answers may have their effect only once, even where a client could send
   *     them again because it did not see what came of them
   */
  record Asks(Map<String, Question> questions, String state, boolean once) implements Outcome {
    public Asks {
      questions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /** Answers may come again. */
    public Asks(Map<String, Question> questions, String state) {
      this(questions, state, false);
    }

    /** One question, nothing to remember. */
    public static Asks one(String key, Question question) {
      return new Asks(Map.of(key, question), null);
    }

    /** The same, answered once. */
    public Asks onlyOnce() {
      return new Asks(questions, state, true);
    }
  }

  /**
   * Goes on after this answer, as a task where the protocol has tasks.
   *
   * @param job the rest of the work
   * @param ttl how long the result is kept
   */
  record Deferred(Job job, Duration ttl) implements Outcome {}

  /**
   * Not done, and it is not a result of the tool either.
   *
   * @param fault the kind of refusal
   * @param message one sentence: what was wrong and what was expected
   * @param data details for programs
   */
  record Refused(Fault fault, String message, Map<String, Object> data) implements Outcome {
    /** The message may quote what was sent, which may be as long as a request. */
    public static final int LONGEST = 1_000;

    public Refused {
      message = Texts.shortened(message, LONGEST);
    }
  }

  /** Work that continues on its own; it may ask, too. */
  @FunctionalInterface
  interface Job {
    Outcome run(Call call);
  }

  /** A tool result with one text. */
  static Outcome text(String text) {
    return content(new McpSchema.TextContent(null, text, null));
  }

  /** A tool result with these contents. */
  static Outcome content(McpSchema.Content... contents) {
    return new Complete(new McpSchema.CallToolResult(List.of(contents), false, null, null));
  }

  /** A tool result that tells the model what went wrong, so that it can try again. */
  static Outcome toolError(String text) {
    return new Complete(
        new McpSchema.CallToolResult(
            List.of(new McpSchema.TextContent(null, text, null)), true, null, null));
  }

  /** There is no resource with this URI. */
  static Outcome resourceNotFound(String uri) {
    return new Refused(Fault.RESOURCE_NOT_FOUND, "Resource not found: " + uri, Map.of("uri", uri));
  }

  /** A refusal without details. */
  static Outcome refused(Fault fault, String message) {
    return new Refused(fault, message, Map.of());
  }
}
