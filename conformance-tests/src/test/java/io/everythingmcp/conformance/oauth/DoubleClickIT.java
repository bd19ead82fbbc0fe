package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A double click sends a form twice, and the browser shows the response to the second request. */
class DoubleClickIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "double-click");

  private final OAuthApplication application = OAuthApplication.open(SERVER.uri());
  private final FormBrowser browser = new FormBrowser(SERVER.uri());

  private RawResponse loginPage() {
    RawResponse consent = application.send(browser, application.parameters());
    RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
    return browser.open(away.header("Location"));
  }

  private RawResponse logIn(RawResponse page, String user) {
    return browser.submit(page, "/fakeupstreamauth/authorize", "user", user, "decision", "login");
  }

  private void assertAuthorized(RawResponse answer) {
    assertThat(answer.status()).isEqualTo(303);
    String code = UrlParameters.query(answer.header("Location")).get("code");
    assertThat(application.redeem(code).status()).isEqualTo(200);
  }

  @Test
  void secondLoginAuthorizesRegardlessOfTheFirst() {
    RawResponse page = loginPage();
    String first = logIn(page, "alice").header("Location");
    String second = logIn(page, "alice").header("Location");
    assertThat(second).isNotEqualTo(first);
    assertThat(browser.open(first).status()).as("not displayed").isEqualTo(303);
    assertAuthorized(browser.open(second));
  }

  @Test
  void providerResponseIsValidOnce() {
    String answer = logIn(loginPage(), "alice").header("Location");
    assertAuthorized(browser.open(answer));
    assertThat(browser.open(answer).status()).isEqualTo(400);
  }

  @Test
  void secondConsentAuthorizesTheClient() {
    application.authorize(browser, "alice", application.parameters());
    RawResponse known = application.send(browser, application.parameters());
    RawResponse consent = OAuthApplication.logIn(browser, known, "bob");
    assertThat(consent.text()).contains("Bob");
    assertThat(browser.submit(consent, "/authorize/consent", "decision", "approve").status())
        .as("not displayed")
        .isEqualTo(303);
    assertAuthorized(browser.submit(consent, "/authorize/consent", "decision", "approve"));
  }

  @Test
  void deniedConsentStaysDenied() {
    RawResponse consent = application.send(browser, application.parameters());
    RawResponse no = browser.submit(consent, "/authorize/consent", "decision", "deny");
    assertThat(UrlParameters.query(no.header("Location"))).containsEntry("error", "access_denied");
    assertThat(browser.submit(consent, "/authorize/consent", "decision", "approve").status())
        .isEqualTo(400);
  }
}
