package io.everythingmcp.conformance.server;

/** There is nobody at the address. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
