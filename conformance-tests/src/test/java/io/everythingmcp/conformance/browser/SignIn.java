package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** Somebody who lets a client in: they agree, log in, and are back at the client. */
final class SignIn {
  static final String ALLOW = "button[value=approve]";
  static final String FORBID = "button[value=deny]";
  static final String LOG_IN = "button[value=login]";

  private final Visitor visitor;
  private final ClientApp.Attempt attempt;

  private SignIn(Visitor visitor, ClientApp.Attempt attempt) {
    this.visitor = visitor;
    this.attempt = attempt;
  }

  /** Comes from the client. */
  static SignIn begin(Visitor visitor, ClientApp client) {
    SignIn signIn = new SignIn(visitor, client.attempt());
    visitor.open(signIn.attempt.address());
    return signIn;
  }

  /** Allows it. */
  SignIn allow() {
    page().click(ALLOW);
    return this;
  }

  /** Chooses a person and logs in. */
  SignIn logInAs(String user) {
    page().check("input[name=user][value=" + user + "]");
    page().click(LOG_IN);
    return this;
  }

  /** Whom the client may speak for now. */
  String person() {
    return attempt.person(back());
  }

  /** What the client is told instead. */
  String error() {
    return attempt.answer(back()).get("error");
  }

  /** The address at which the person is back at the client. */
  String back() {
    assertThat(page().locator("h1")).hasText("Back at the client");
    return page().url();
  }

  ClientApp.Attempt attempt() {
    return attempt;
  }

  Page page() {
    return visitor.page();
  }
}
