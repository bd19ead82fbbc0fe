package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/**
 * What the page shows to a person whose sign-in went wrong.
 *
 * @param headline what happened
 * @param message why, and what to do
 * @param code the error, as programs know it
 * @param rule the page that says why; empty where there is none
 * @param client what the application calls itself; empty for no name
 * @param destination where the way back leads, for a person; empty where there is no way back
 * @param address where the way back leads
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
      ". Nobody was let in. Go back to the application that sent you here, and start again there.";
  private static final String AUTHOR =
      ". Nobody was let in. This is a mistake of the application, which its author must correct.";

  /**
   * A way back to the application.
   *
   * @param client what it calls itself; empty for no name
   * @param destination where the way leads, for a person
   * @param address where it leads
   */
  public record WayBack(String client, String destination, String address) {
    static final WayBack NONE = new WayBack("", "", "");
  }

  static SignInProblem of(OAuthException refusal, WayBack back) {
    ErrorObject error = refusal.error();
    boolean mistake = refusal.headline().isEmpty() && !temporary(error.getCode());
    String text = error.getDescription() == null ? error.getCode() : error.getDescription();
    return new SignInProblem(
        refusal.headline().isEmpty() ? usual(error.getCode()) : refusal.headline(),
        text + (mistake ? AUTHOR : AGAIN),
        error.getCode(),
        error.getURI() == null ? "" : error.getURI().toString(),
        back.client(),
        back.destination(),
        back.address());
  }

  private static boolean temporary(String code) {
    return code.equals(OAuth2Error.TEMPORARILY_UNAVAILABLE.getCode())
        || code.equals(OAuth2Error.SERVER_ERROR.getCode())
        || code.equals(OAuth2Error.ACCESS_DENIED.getCode());
  }

  private static String usual(String code) {
    return switch (code) {
      case "invalid_client" -> "This server does not know the application";
      case "temporarily_unavailable" -> "Signing in is not possible now: try again in a minute";
      case "server_error" -> "Signing in failed: start again in the application";
      case "access_denied" -> "You were not signed in";
      default -> "The application asked for something that cannot be done";
    };
  }
}
