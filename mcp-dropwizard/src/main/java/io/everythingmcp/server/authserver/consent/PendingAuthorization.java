package io.everythingmcp.server.authserver.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.server.authserver.upstream.UpstreamLogin;

/**
 * Pending authorization request in one browser.
 *
 * @param stage current stage
 * @param authorization the validated request; null without a client
 * @param browser digest of the browser's session cookie
 * @param consented whether consent was given before the login
 * @param login the pending login
 * @param person the logged-in user, if the login was first
 * @param page target page of a login without a client; null otherwise
 */
record PendingAuthorization(
    Stage stage,
    @JsonProperty("ask") ValidatedAuthorizationRequest authorization,
    String browser,
    @JsonProperty("agreed") boolean consented,
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

  static PendingAuthorization consent(ValidatedAuthorizationRequest authorization, String browser) {
    return new PendingAuthorization(Stage.CONSENT, authorization, browser, false, null, null, null);
  }

  static PendingAuthorization login(
      ValidatedAuthorizationRequest authorization,
      String browser,
      boolean consented,
      UpstreamLogin login) {
    return new PendingAuthorization(
        Stage.LOGIN, authorization, browser, consented, login, null, null);
  }

  static PendingAuthorization pageLogin(String page, String browser, UpstreamLogin login) {
    return new PendingAuthorization(Stage.LOGIN, null, browser, false, login, null, page);
  }

  static PendingAuthorization consentOf(
      Person person, ValidatedAuthorizationRequest authorization, String browser) {
    return new PendingAuthorization(
        Stage.CONSENT_OF_PERSON, authorization, browser, false, null, person, null);
  }
}
