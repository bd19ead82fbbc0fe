package io.everythingmcp.server.feature;

import io.everythingmcp.server.feature.trait.Completable;
import io.everythingmcp.server.feature.trait.ServerFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/**
 * A conversation starter that a user picks.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/prompts">Prompts</a>
 */
public interface Prompt extends ServerFeature, Completable {

  /** Name, title, description and arguments; the same object every time. */
  McpSchema.Prompt definition();

  /** Makes the messages: a {@link McpSchema.GetPromptResult}. Required arguments are present. */
  Outcome get(Call call);

  /**
   * A prompt from its definition and a function.
   *
   * @param body runs for each get; called from any thread
   */
  static Prompt of(McpSchema.Prompt definition, Function<Call, Outcome> body) {
    return new Prompt() {
      @Override
      public McpSchema.Prompt definition() {
        return definition;
      }

      @Override
      public Outcome get(Call call) {
        return body.apply(call);
      }
    };
  }
}
