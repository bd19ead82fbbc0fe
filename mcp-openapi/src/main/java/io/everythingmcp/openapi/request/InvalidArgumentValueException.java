package io.everythingmcp.openapi.request;

/** An argument that matches its schema and cannot be sent. */
public final class InvalidArgumentValueException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidArgumentValueException(String argument, String sentence) {
    super("/" + argument + ": " + sentence);
  }
}
