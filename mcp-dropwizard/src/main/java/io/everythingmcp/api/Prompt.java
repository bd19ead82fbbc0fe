package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * A conversation starter that a user picks.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">Prompts</a>
 */
public interface Prompt extends ServerFeature, CompletionProvider {

  /** Name, title, description and arguments; the same object every time. */
  McpSchema.Prompt definition();

  /** Makes the messages: a {@link McpSchema.GetPromptResult}. Required arguments are present. */
  RequestOutcome get(RequestContext call);

  /**
   * A prompt from its definition and a function.
   *
   * @param body runs for each get; called from any thread
   */
  static Prompt of(McpSchema.Prompt definition, Function<RequestContext, RequestOutcome> body) {
    return new Prompt() {
      @Override
      public McpSchema.Prompt definition() {
        return definition;
      }

      @Override
      public RequestOutcome get(RequestContext call) {
        return body.apply(call);
      }
    };
  }
}
