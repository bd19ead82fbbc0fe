package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/**
 * A request that is refused, in the words of OAuth. How it is told depends on where the request
 * came from: JSON to a client, a page to a person, or a redirect.
 *
 * <p>The description is for the author of the client. It never repeats a code, a token or a secret.
 */
public final class OAuthException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorObject error;
  private final String headline;

  /**
   * A refusal.
   *
   * @param error the code, and the HTTP status where it is told directly
   * @param description what is wrong
   * @param rule where that is written
   */
  public OAuthException(ErrorObject error, String description, SpecificationReference rule) {
    super(error.getCode() + ": " + description, null, false, false);
    this.error =
        error.setDescription(ErrorObject.removeIllegalChars(description)).setURI(rule.page());
    this.headline = "";
  }

  /** One of an error that says all there is to say. */
  OAuthException(ErrorObject error) {
    this(error, "");
  }

  private OAuthException(ErrorObject error, String headline) {
    super(error.getCode(), null, false, false);
    this.error = error;
    this.headline = headline;
  }

  /**
   * The same, with a headline for the page that a person sees.
   *
   * @param text what happened, and what to do
   */
  public OAuthException titled(String text) {
    return new OAuthException(error, text);
  }

  /** What a person reads first; empty for what is usual. */
  String headline() {
    return headline;
  }

  /** A request that is malformed. */
  public static OAuthException invalidRequest(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.INVALID_REQUEST, description, rule);
  }

  /** A code or a refresh token that is not good. */
  public static OAuthException invalidGrant(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.INVALID_GRANT, description, rule);
  }

  /** A client that is not known, or did not show that it is the one. */
  public static OAuthException invalidClient(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.INVALID_CLIENT, description, rule);
  }

  public ErrorObject error() {
    return error;
  }
}
