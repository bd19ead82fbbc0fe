package io.everythingmcp.server.authserver.consent;

import io.everythingmcp.server.authserver.upstream.UpstreamLogin;

/**
 * A request that waits for a person, in one browser.
 *
 * @param stage what it waits for
 * @param ask what is asked; null where no client asks
 * @param browser digest of what the browser has in its cookie
 * @param agreed whether the person in front of the browser has agreed, whoever it is
 * @param login where it waits for a login
 * @param person who has logged in, where that came first
 * @param page where a person goes on who logs in for a page of this server; null otherwise
 */
record PendingAuthorization(
    Stage stage,
    ValidatedAuthorizationRequest ask,
    String browser,
    boolean agreed,
    UpstreamLogin login,
    Person person,
    String page) {

  /** What it waits for. */
  enum Stage {
    /** That the person in front of the browser agrees, before anybody logs in. */
    CONSENT,
    /** That somebody logs in. */
    LOGIN,
    /** That the person who has logged in agrees. */
    CONSENT_OF_PERSON
  }

  /**
   * Somebody who has logged in.
   *
   * @param subject who
   * @param name what they are called
   * @param upstream the provider's tokens, sealed
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
