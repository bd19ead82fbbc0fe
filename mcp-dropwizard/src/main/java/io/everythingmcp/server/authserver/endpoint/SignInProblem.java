package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/**
 * Model of the sign-in error page.
 *
 * @param headline what happened
 * @param message reason, and what to do
 * @param code the OAuth error code
 * @param rule URL of the specification; empty if there is none
 * @param client the unverified client name; empty if unknown
 * @param destination readable target of the link; empty without a link
 * @param address URL of the link
 */
public record SignInProblem(
    String headline,
    String message,
    String code,
    String rule,
    String client,
    String destination,
    String address) {
  private static final String AGAIN =
      ". You have not been signed in. Return to the application and try again.";
  private static final String AUTHOR =
      ". You have not been signed in. This is an error of the application, which its author must"
          + " correct.";

  /**
   * Link to the application.
   *
   * @param client the unverified client name; empty if unknown
   * @param destination readable target
   * @param address URL
   */
  public record WayBack(String client, String destination, String address) {
    static final WayBack NONE = new WayBack("", "", "");
  }

  static SignInProblem of(OAuthException refusal) {
    ErrorObject error = refusal.error();
    boolean mistake = refusal.headline().isEmpty() && !temporary(error.getCode());
    String text = error.getDescription() == null ? error.getCode() : error.getDescription();
    return new SignInProblem(
        refusal.headline().isEmpty() ? defaultHeadline(error.getCode()) : refusal.headline(),
        text + (mistake ? AUTHOR : AGAIN),
        error.getCode(),
        error.getURI() == null ? "" : error.getURI().toString(),
        refusal.wayBack().client(),
        refusal.wayBack().destination(),
        refusal.wayBack().address());
  }

  private static boolean temporary(String code) {
    return code.equals(OAuth2Error.TEMPORARILY_UNAVAILABLE.getCode())
        || code.equals(OAuth2Error.SERVER_ERROR.getCode())
        || code.equals(OAuth2Error.ACCESS_DENIED.getCode());
  }

  private static String defaultHeadline(String code) {
    return switch (code) {
      case "invalid_client" -> "Unknown application";
      case "temporarily_unavailable" -> "Signing in is not possible now: try again in a minute";
      case "server_error" -> "Signing in failed: start again in the application";
      case "access_denied" -> "You were not signed in";
      default -> "The application sent an invalid request";
    };
  }
}
