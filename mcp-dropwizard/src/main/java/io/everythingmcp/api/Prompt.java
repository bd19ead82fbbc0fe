package io.everythingmcp.api;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * Prompt that a user selects. Implementations are thread-safe.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">Prompts</a>
 */
public interface Prompt extends ServerFeature, CompletionProvider {

  /** {@return name, title, description and arguments; always the same object} */
  McpSchema.Prompt definition();

  /**
   * Returns the messages of the prompt. Required arguments are present.
   *
   * @param call the request
   * @return a {@link RequestOutcome.Complete} with a {@link McpSchema.GetPromptResult}, or another
   *     outcome
   */
  RequestOutcome get(RequestContext call);

  /**
   * Creates a prompt from its definition and a function.
   *
   * @param definition definition of the prompt
   * @param body called for each request, on any thread
   * @return the prompt
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
