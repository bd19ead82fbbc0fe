package io.everythingmcp.api.typed;

import java.util.List;

/** Annotated methods, or a typed tool, from which no feature can be made. */
public final class InvalidFeaturesException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  InvalidFeaturesException(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /**
   * Returns all errors.
   *
   * @return one line for each, which begins with the class and the method
   */
  public List<String> errors() {
    return errors == null ? List.of(String.valueOf(getMessage()).split("\n")) : errors;
  }
}
