package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.upstream.UpstreamLogin;

/**
 * Pending authorization request in one browser.
 *
 * @param stage current stage
 * @param ask the validated request; null without a client
 * @param browser digest of the browser's session cookie
 * @param agreed whether consent was given before the login
 * @param login the pending login
 * @param person the logged-in user, if the login was first
 * @param page target page of a login without a client; null otherwise
 */
record PendingAuthorization(
    Stage stage,
    ValidatedAuthorizationRequest ask,
    String browser,
    boolean agreed,
    UpstreamLogin login,
    Person person,
    String page) {

  /** Next event in the flow. */
  enum Stage {
    /** Waits for consent before the login. */
    CONSENT,
    /** Waits for the login. */
    LOGIN,
    /** Waits for consent of the logged-in user. */
    CONSENT_OF_PERSON
  }

  /**
   * Logged-in user.
   *
   * @param subject the subject
   * @param name display name
   * @param upstream tokens of the provider, sealed
   */
  record Person(String subject, String name, String upstream) {
    @Override
    public String toString() {
      return "Person[" + subject + "]";
    }
  }

  static PendingAuthorization consent(ValidatedAuthorizationRequest ask, String browser) {
    return new PendingAuthorization(Stage.CONSENT, ask, browser, false, null, null, null);
  }

  static PendingAuthorization login(
      ValidatedAuthorizationRequest ask, String browser, boolean agreed, UpstreamLogin login) {
    return new PendingAuthorization(Stage.LOGIN, ask, browser, agreed, login, null, null);
  }

  static PendingAuthorization visit(String page, String browser, UpstreamLogin login) {
    return new PendingAuthorization(Stage.LOGIN, null, browser, false, login, null, page);
  }

  static PendingAuthorization consentOf(
      Person person, ValidatedAuthorizationRequest ask, String browser) {
    return new PendingAuthorization(
        Stage.CONSENT_OF_PERSON, ask, browser, false, null, person, null);
  }
}
