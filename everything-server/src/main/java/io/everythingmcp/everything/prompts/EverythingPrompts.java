package io.everythingmcp.everything.prompts;

import io.everythingmcp.api.Prompt;
import java.util.List;

/** All prompts of the everything server, in the order they are listed. */
public final class EverythingPrompts {
  private EverythingPrompts() {}

  /** The prompts. */
  public static List<Prompt> all() {
    return List.of(
        new SimplePrompt(), new ComplexPrompt(), new ResourcePrompt(), new CompletablePrompt());
  }
}
