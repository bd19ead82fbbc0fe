package io.everythingmcp.server.store;

/** The shared store is unavailable. The operation may or may not have been executed. */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(Throwable cause) {
    super("The store cannot be reached", cause);
  }
}
