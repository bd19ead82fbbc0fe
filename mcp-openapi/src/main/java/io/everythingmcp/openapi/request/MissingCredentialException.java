package io.everythingmcp.openapi.request;

/** There is no credential for a call. */
public final class MissingCredentialException extends RuntimeException {
  private static final long serialVersionUID = 1;

  MissingCredentialException(String scheme) {
    super("This server has no credential \"" + scheme + "\" of the service for this caller");
  }
}
