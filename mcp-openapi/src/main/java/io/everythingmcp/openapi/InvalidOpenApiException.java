package io.everythingmcp.openapi;

import java.util.List;

/** A document, or settings of an import, from which no tools can be made. */
public final class InvalidOpenApiException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  InvalidOpenApiException(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /**
   * Returns all errors.
   *
   * @return one line for each: the document, a JSON pointer, what was wrong and what was expected
   */
  public List<String> errors() {
    return List.copyOf(errors);
  }
}
