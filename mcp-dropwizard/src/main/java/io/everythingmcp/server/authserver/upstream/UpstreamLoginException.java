package io.everythingmcp.server.authserver.upstream;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/** Nobody logged in. The client is told so; why exactly is for the log of this server. */
public final class UpstreamLoginException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorObject error;

  private UpstreamLoginException(ErrorObject error, String reason) {
    super(reason, null, false, false);
    this.error = error;
  }

  /** The person did not want to. */
  static UpstreamLoginException denied() {
    return new UpstreamLoginException(
        OAuth2Error.ACCESS_DENIED.setDescription("The login was refused"), "denied");
  }

  /**
   * Somebody logged in who may not do this here.
   *
   * @param reason what they may not
   */
  public static UpstreamLoginException notAllowed(String reason) {
    return new UpstreamLoginException(
        OAuth2Error.ACCESS_DENIED.setDescription(reason), "not allowed");
  }

  /** The provider said something that cannot be right, or that it cannot now. */
  static UpstreamLoginException broken(String reason) {
    return new UpstreamLoginException(
        OAuth2Error.SERVER_ERROR.setDescription("The login did not work"), reason);
  }

  /** The provider is away. */
  static UpstreamLoginException away(String reason) {
    return new UpstreamLoginException(
        OAuth2Error.TEMPORARILY_UNAVAILABLE.setDescription("The login does not work now"), reason);
  }

  /** What the client is told. */
  public ErrorObject error() {
    return error;
  }
}
