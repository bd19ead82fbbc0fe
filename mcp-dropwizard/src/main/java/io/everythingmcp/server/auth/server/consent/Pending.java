package io.everythingmcp.server.auth.server.consent;

import io.everythingmcp.server.auth.server.upstream.UpstreamLogin;

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
record Pending(
    Stage stage,
    Ask ask,
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

  static Pending consent(Ask ask, String browser) {
    return new Pending(Stage.CONSENT, ask, browser, false, null, null, null);
  }

  static Pending login(Ask ask, String browser, boolean agreed, UpstreamLogin login) {
    return new Pending(Stage.LOGIN, ask, browser, agreed, login, null, null);
  }

  static Pending visit(String page, String browser, UpstreamLogin login) {
    return new Pending(Stage.LOGIN, null, browser, false, login, null, page);
  }

  static Pending consentOf(Person person, Ask ask, String browser) {
    return new Pending(Stage.CONSENT_OF_PERSON, ask, browser, false, null, person, null);
  }
}
