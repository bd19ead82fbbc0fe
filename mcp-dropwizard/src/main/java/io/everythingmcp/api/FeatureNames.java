package io.everythingmcp.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rules for the names of features: allowed characters, and uniqueness.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools#tool-names">Tool
 *     names</a>
 */
final class FeatureNames {
  /** A feature and its definition. */
  record Entry<F, D>(F feature, D definition) {}

  private static final int MOST = 128;
  private static final Predicate<String> TOOL =
      Pattern.compile("[A-Za-z0-9_.-]{1," + MOST + "}").asMatchPredicate();
  private static final Predicate<String> PROMPT =
      Pattern.compile("[^\\p{Cntrl}]{1," + MOST + "}").asMatchPredicate();

  private FeatureNames() {}

  static void tool(String name) {
    require(name, TOOL, "tool", "1 to " + MOST + " of A-Z a-z 0-9 _ - .");
  }

  static void prompt(String name) {
    require(
        name, PROMPT, "prompt", "1 to " + MOST + " characters, none of them a control character");
  }

  private static void require(String name, Predicate<String> rule, String kind, String expected) {
    if (name == null || name.isBlank() || !rule.test(name)) {
      throw new IllegalArgumentException(
          "The name of a " + kind + " is \"" + name + "\"; it must have " + expected);
    }
  }

  /** Maps features by name and rejects duplicates. */
  static <F, D> Map<String, Entry<F, D>> unique(
      List<F> features, String kind, Function<F, D> definition, Function<D, String> name) {
    Map<String, Entry<F, D>> map = new LinkedHashMap<>();
    for (F feature : features) {
      D defined = definition.apply(feature);
      if (map.putIfAbsent(name.apply(defined), new Entry<>(feature, defined)) != null) {
        throw new IllegalArgumentException(
            "Two " + kind + " are called \"" + name.apply(defined) + "\"; one must be renamed");
      }
    }
    return map;
  }
}
