package io.everythingmcp.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Feature whose arguments support completion ({@code completion/complete}).
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/completion">Completion</a>
 */
public interface CompletionProvider {

  /**
   * Returns all possible values of an argument. The caller filters them by the typed prefix and
   * limits them to 100.
   *
   * @param argument name of the argument
   * @param context values of the other arguments, by name
   * @return the values; empty if the argument does not exist
   */
  default Optional<List<String>> completions(String argument, Map<String, String> context) {
    return Optional.empty();
  }
}
