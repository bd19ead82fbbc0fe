package io.everythingmcp.conformance.server;

/** There is nobody at the address. */
public final class ServerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ServerUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
