package io.everythingmcp.conformance.server;

/** The server is unreachable. */
public final class ServerUnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ServerUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
