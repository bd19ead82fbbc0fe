package io.everythingmcp.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something whose arguments can be completed while they are typed.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/completion">Completion</a>
 */
public interface CompletionProvider {

  /**
   * All values an argument may take; whoever asks filters by what was typed, and cuts off at 100.
   *
   * @param argument the argument's name
   * @param context the arguments that are already known
   * @return nothing when there is no such argument
   */
  default Optional<List<String>> completions(String argument, Map<String, String> context) {
    return Optional.empty();
  }
}
