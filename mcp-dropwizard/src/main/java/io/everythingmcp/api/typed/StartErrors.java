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

  /** Returns why a tool name is invalid (SEP-986); empty if it is valid. */
  static Optional<String> toolName(String name) {
    return name != null && TOOL_NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "invalid tool name \"" + name + "\"; it must have 1 to 128 of A-Z a-z 0-9 _ - .");
  }

  /** Returns why a description is invalid; empty if it is valid. */
  static Optional<String> description(String description) {
    return description == null || description.isBlank()
        ? Optional.of("has no description; it must have one")
        : Optional.empty();
  }
}
