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
import org.jspecify.annotations.Nullable;

/**
 * Input request to the user whose response has a Java type: {@code return TypedInput.ask(context,
 * "colour", "Which colour?", Colour.class).then(colour -> "It is " + colour);}. No thread waits for
 * the response: the method returns the input request, and is called again with the response.
 *
 * <p>Input requests can be sequential: {@code then} may return the outcome of another one.
 * Responses of earlier round trips are stored in the request state, so work with side effects must
 * come after the last input request, and a feature that uses this class has no other request state.
 *
 * @param <T> the type of the response
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation">Elicitation</a>
 */
public final class TypedInput<T> {
  private static final String STATE = "typedInput";

  private final @Nullable T response;
  private final @Nullable RequestOutcome other;

  private TypedInput(@Nullable T response, @Nullable RequestOutcome other) {
    this.response = response;
    this.other = other;
  }

  /**
   * Requests input with a form elicitation.
   *
   * @param <T> the type of the response
   * @param context the request
   * @param key key of the input request, unique within the call
   * @param message the text for the user
   * @param type a record whose components are strings, numbers, booleans, enumerations, dates or
   *     lists of enumerations; or one of these types, which is a form with one field
   * @return the response, or the input request if there is no response
   * @throws IllegalArgumentException if a form cannot have a field of such a type
   */
  public static <T> TypedInput<T> ask(
      RequestContext context, String key, String message, Class<T> type) {
    TypedForm<T> form = TypedForm.of(key, type);
    ObjectNode responses = responses(context);
    InputResponse response = context.inputResponses().get(key);
    if (response != null && !response.isAccepted()) {
      return new TypedInput<>(null, ContentBlocks.inputNotProvided(response));
    }
    if (response != null) {
      responses.set(key, WireJson.tree(response.content()));
    }
    if (!responses.has(key)) {
      return new TypedInput<>(null, inputRequest(key, message, form, responses));
    }
    try {
      return new TypedInput<>(form.convert(WireJson.map(responses.get(key))), null);
    } catch (InvalidArgumentException e) {
      return new TypedInput<>(
          null, RequestOutcome.toolError("Invalid response to \"" + key + "\": " + e.getMessage()));
    }
  }

  private static RequestOutcome inputRequest(
      String key, String message, TypedForm<?> form, ObjectNode responses) {
    ObjectNode state = WireJson.object();
    state.set(STATE, responses);
    return new RequestOutcome.InputRequired(
        Map.of(key, new InputRequest.FormElicitation(message, form.schema())),
        responses.isEmpty() ? null : WireJson.text(state));
  }

  /** Returns the responses of all earlier round trips, and those of the current one. */
  private static ObjectNode responses(RequestContext context) {
    ObjectNode responses = WireJson.object();
    context.requestState().flatMap(TypedInput::storedResponses).ifPresent(responses::setAll);
    context
        .inputResponses()
        .forEach(
            (key, response) -> {
              if (response.isAccepted()) {
                responses.set(key, WireJson.tree(response.content()));
              }
            });
    return responses;
  }

  private static Optional<ObjectNode> storedResponses(String state) {
    try {
      return WireJson.MAPPER.readTree(state).path(STATE) instanceof ObjectNode stored
          ? Optional.of(stored)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns the response.
   *
   * @return empty if there is no response, or if the user declined or cancelled
   */
  public Optional<T> answer() {
    return Optional.ofNullable(response);
  }

  /**
   * Continues with the response.
   *
   * @param next returns the outcome of the feature, with the return types of a method with {@link
   *     io.everythingmcp.api.annotation.McpTool}
   * @return the input request if there is no response; a text if the user declined or cancelled
   */
  public RequestOutcome then(Function<? super T, ?> next) {
    return other == null ? ToolResults.outcome(next.apply(response)) : other;
  }

  /**
   * Continues with or without a response.
   *
   * @param next returns the outcome of the feature for a response
   * @param refused returns the outcome of the feature if the user declined or cancelled
   * @return the input request if there is no response; otherwise the result of the selected
   *     function
   */
  public RequestOutcome then(Function<? super T, ?> next, java.util.function.Supplier<?> refused) {
    return other == null || other instanceof RequestOutcome.InputRequired
        ? then(next)
        : ToolResults.outcome(refused.get());
  }
}
