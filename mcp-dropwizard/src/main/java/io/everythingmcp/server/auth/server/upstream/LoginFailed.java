package io.everythingmcp.server.auth.server.upstream;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** Nobody logged in. The client is told so; why exactly is for the log of this server. */
public final class LoginFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorObject error;

  private LoginFailed(ErrorObject error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  /** The person did not want to. */
  static LoginFailed denied() {
    return new LoginFailed(
        OAuth2Error.ACCESS_DENIED.setDescription("The login was refused"), "denied");
  }

  /**
   * Somebody logged in who may not do this here.
   *
   * @param reason what they may not
   */
  public static LoginFailed notAllowed(String reason) {
    return new LoginFailed(OAuth2Error.ACCESS_DENIED.setDescription(reason), "not allowed");
  }

  /** The provider said something that cannot be right, or that it cannot now. */
  static LoginFailed broken(String reason) {
    return new LoginFailed(
        OAuth2Error.SERVER_ERROR.setDescription("The login did not work"), reason);
  }

  /** The provider is away. */
  static LoginFailed away(String reason) {
    return new LoginFailed(
        OAuth2Error.TEMPORARILY_UNAVAILABLE.setDescription("The login does not work now"), reason);
  }

  /** What the client is told. */
  public ErrorObject error() {
    return error;
  }
}
