package io.everythingmcp.server.feature;

import io.everythingmcp.server.feature.trait.ServerFeature;
import io.modelcontextprotocol.spec.McpSchema;

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
}
