package io.everythingmcp.server.authserver.upstream;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** Failed login. The client receives an error; the exact reason is only logged. */
public final class UpstreamLoginException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorObject error;

  private UpstreamLoginException(ErrorObject error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  /** The user denied the login. */
  static UpstreamLoginException denied() {
    return new UpstreamLoginException(
        OAuth2Error.ACCESS_DENIED.setDescription("The login was refused"), "denied");
  }

  /**
   * The user is not allowed to do this.
   *
   * @param reason what is not allowed
   */
  public static UpstreamLoginException notAllowed(String reason) {
    return new UpstreamLoginException(
        OAuth2Error.ACCESS_DENIED.setDescription(reason), "not allowed");
  }

  /** The provider sent an invalid or error response. */
  static UpstreamLoginException invalidResponse(String reason) {
    return new UpstreamLoginException(
        OAuth2Error.SERVER_ERROR.setDescription("The login failed"), reason);
  }

  /** The provider is unavailable. */
  static UpstreamLoginException unavailable(String reason) {
    return new UpstreamLoginException(
        OAuth2Error.TEMPORARILY_UNAVAILABLE.setDescription("Login is temporarily unavailable"),
        reason);
  }

  /** Returns the error for the client. */
  public ErrorObject error() {
    return error;
  }
}
