package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Authorization in a browser: consent, login, and redirect to the client. */
final class SignIn {
  static final String ALLOW = "button[value=approve]";
  static final String FORBID = "button[value=deny]";
  static final String LOG_IN = "button[value=login]";

  private final BrowserUser user;
  private final ClientApp.Attempt attempt;

  private SignIn(BrowserUser browserUser, ClientApp.Attempt attempt) {
    this.user = browserUser;
    this.attempt = attempt;
  }

  /** Opens the authorization request of the client. */
  static SignIn open(BrowserUser browserUser, ClientApp client) {
    SignIn signIn = new SignIn(browserUser, client.attempt());
    browserUser.open(signIn.attempt.address());
    return signIn;
  }

  /** Approves the consent. */
  SignIn allow() {
    page().click(ALLOW);
    return this;
  }

  /** Selects a user and logs in. */
  SignIn logInAs(String user) {
    page().check("input[name=user][value=" + user + "]");
    page().click(LOG_IN);
    return this;
  }

  /** Returns the user of the issued token. */
  String user() {
    return attempt.redeemForUser(redirect());
  }

  /** Returns the error of the authorization response. */
  String error() {
    return attempt.response(redirect()).get("error");
  }

  /** Returns the redirect URI with the authorization response. */
  String redirect() {
    assertThat(page().locator("h1")).hasText("Back at the client");
    return page().url();
  }

  ClientApp.Attempt attempt() {
    return attempt;
  }

  Page page() {
    return user.page();
  }
}
