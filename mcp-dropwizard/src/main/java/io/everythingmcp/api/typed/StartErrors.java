package io.everythingmcp.api.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the errors of the features of a catalog, so that all of them are reported together. */
final class StartErrors {
  private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  private final List<String> errors = new ArrayList<>();

  /** Adds one line: the place, a colon and the sentence. */
  void add(String place, String sentence) {
    errors.add(place + ": " + sentence.replaceAll("\\s+", " "));
  }

  int count() {
    return errors.size();
  }

  /**
   * Returns if there are no errors.
   *
   * @throws InvalidFeaturesException with all errors
   */
  void refuseAny() {
    if (!errors.isEmpty()) {
      throw new InvalidFeaturesException(errors);
    }
  }

  /** Why a name is not that of a tool (SEP-986); empty where it is. */
  static Optional<String> toolName(String name) {
    return name != null && TOOL_NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "the name of a tool is \"" + name + "\"; it must have 1 to 128 of A-Z a-z 0-9 _ - .");
  }

  /** Why a text is no description; empty where it is. */
  static Optional<String> description(String description) {
    return description == null || description.isBlank()
        ? Optional.of("has no description; models and users need one")
        : Optional.empty();
  }
}
