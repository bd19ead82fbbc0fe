package io.everythingmcp.server.store;

/** The shared store cannot be reached now. Whatever was asked may or may not have happened. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(Throwable cause) {
    super("The store cannot be reached", cause);
  }
}
