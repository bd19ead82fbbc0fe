package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

/**
 * Rejected request as an OAuth error. Depending on its origin it is rendered as JSON for a client,
 * as a page for a user, or as a redirect.
 *
 * <p>The description is for the author of the client. It never contains a code, a token or a
 * secret.
 */
public final class OAuthException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ErrorObject error;
  private final String headline;
  private final transient SignInProblem.WayBack wayBack;

  /**
   * Creates an error.
   *
   * @param error the error code, and the HTTP status of a direct response
   * @param description description of the error
   * @param rule section of the specification
   */
  public OAuthException(ErrorObject error, String description, SpecificationReference rule) {
    super(error.getCode() + ": " + description, null, false, false);
    this.error =
        error.setDescription(ErrorObject.removeIllegalChars(description)).setURI(rule.page());
    this.headline = "";
    this.wayBack = SignInProblem.WayBack.NONE;
  }

  /** Creates an error without further description. */
  OAuthException(ErrorObject error) {
    this(error, "", SignInProblem.WayBack.NONE);
  }

  private OAuthException(ErrorObject error, String headline, SignInProblem.WayBack wayBack) {
    super(error.getCode(), null, false, false);
    this.error = error;
    this.headline = headline;
    this.wayBack = wayBack;
  }

  /**
   * Returns a copy with a headline for the error page.
   *
   * @param text what happened, and what to do
   */
  public OAuthException titled(String text) {
    return new OAuthException(error, text, wayBack);
  }

  /** Returns a copy whose error page has a link to the application. */
  public OAuthException linkedTo(SignInProblem.WayBack application) {
    return new OAuthException(error, headline, application);
  }

  /** Returns the headline of the page; empty for the default. */
  String headline() {
    return headline;
  }

  /** Returns the link of the page. */
  SignInProblem.WayBack wayBack() {
    return wayBack;
  }

  /** A request that is malformed. */
  public static OAuthException invalidRequest(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.INVALID_REQUEST, description, rule);
  }

  /** Creates an {@code invalid_grant} error. */
  public static OAuthException invalidGrant(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.INVALID_GRANT, description, rule);
  }

  /** Creates an {@code invalid_client} error. */
  public static OAuthException invalidClient(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.INVALID_CLIENT, description, rule);
  }

  /**
   * Creates a {@code temporarily_unavailable} error; a direct response has status 503.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section
   *     4.1.2.1</a>
   */
  public static OAuthException unavailable(String description, SpecificationReference rule) {
    return new OAuthException(OAuth2Error.TEMPORARILY_UNAVAILABLE, description, rule);
  }

  public ErrorObject error() {
    return error;
  }
}
