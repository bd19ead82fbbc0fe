package io.everythingmcp.api.typed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A question to the user whose answer has a Java type: {@code return TypedInput.ask(context,
 * "colour", "Which colour?", Colour.class).then(colour -> "It is " + colour);}. Nothing waits for
 * the answer: the method returns the question, and is called again with the answer.
 *
 * <p>Questions can follow each other: {@code then} may return the outcome of another one. Answers
 * of earlier rounds are kept in the state of the request, so nothing with an effect may come before
 * the last question, and a feature that asks in this way has no request state of its own.
 *
 * @param <T> the type of the answer
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation">Elicitation</a>
 */
public final class TypedInput<T> {
  private static final String STATE = "typedInput";

  private final T answer;
  private final RequestOutcome other;

  private TypedInput(T answer, RequestOutcome other) {
    this.answer = answer;
    this.other = other;
  }

  /**
   * Asks the user to fill in a form.
   *
   * @param <T> the type of the answer
   * @param context the request
   * @param key of the question, its own among those of a call
   * @param message what the user reads
   * @param type a record whose components are strings, numbers, booleans, enumerations, dates or
   *     lists of enumerations; or one of these types, which is a form with one field
   * @return the answer, or the question as long as there is none
   * @throws IllegalArgumentException if a form cannot have a field of such a type
   */
  public static <T> TypedInput<T> ask(
      RequestContext context, String key, String message, Class<T> type) {
    AnswerForm<T> form = AnswerForm.of(key, type);
    ObjectNode known = known(context);
    InputResponse response = context.inputResponses().get(key);
    if (response != null && !response.isAccepted()) {
      return new TypedInput<>(null, ContentBlocks.inputNotProvided(response));
    }
    if (response != null) {
      known.set(key, WireJson.tree(response.content()));
    }
    if (!known.has(key)) {
      return new TypedInput<>(null, question(key, message, form, known));
    }
    try {
      return new TypedInput<>(form.answer(WireJson.map(known.get(key))), null);
    } catch (InvalidArgumentException e) {
      return new TypedInput<>(
          null, RequestOutcome.toolError("Invalid answer to \"" + key + "\": " + e.getMessage()));
    }
  }

  private static RequestOutcome question(
      String key, String message, AnswerForm<?> form, ObjectNode known) {
    ObjectNode state = WireJson.object();
    state.set(STATE, known);
    return new RequestOutcome.InputRequired(
        Map.of(key, new InputRequest.FormElicitation(message, form.schema())),
        known.isEmpty() ? null : WireJson.text(state));
  }

  /** The answers of all rounds before this one, and those that came with this one. */
  private static ObjectNode known(RequestContext context) {
    ObjectNode known = WireJson.object();
    context.requestState().flatMap(TypedInput::answers).ifPresent(known::setAll);
    context
        .inputResponses()
        .forEach(
            (key, response) -> {
              if (response.isAccepted()) {
                known.set(key, WireJson.tree(response.content()));
              }
            });
    return known;
  }

  private static Optional<ObjectNode> answers(String state) {
    try {
      return WireJson.MAPPER.readTree(state).path(STATE) instanceof ObjectNode answers
          ? Optional.of(answers)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * The answer.
   *
   * @return empty as long as there is none, or when the user declined or cancelled
   */
  public Optional<T> answer() {
    return Optional.ofNullable(answer);
  }

  /**
   * Goes on with the answer.
   *
   * @param next gives what the feature returns, as a method with {@link
   *     io.everythingmcp.api.annotation.McpTool} does
   * @return the question as long as there is no answer; a text when the user declined or cancelled
   */
  public RequestOutcome then(Function<? super T, ?> next) {
    return other == null ? ToolResults.outcome(next.apply(answer)) : other;
  }

  /**
   * Goes on with the answer, or without one.
   *
   * @param next gives what the feature returns for an answer
   * @param refused gives what the feature returns when the user declined or cancelled
   * @return the question as long as there is no answer; otherwise what the chosen function gives
   */
  public RequestOutcome then(Function<? super T, ?> next, java.util.function.Supplier<?> refused) {
    return other == null || other instanceof RequestOutcome.InputRequired
        ? then(next)
        : ToolResults.outcome(refused.get());
  }
}
