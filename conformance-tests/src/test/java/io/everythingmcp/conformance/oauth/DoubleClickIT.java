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

  private final Application application = Application.open(SERVER.uri());
  private final Browser browser = new Browser(SERVER.uri());

  private RawResponse loginPage() {
    RawResponse consent = application.send(browser, application.asks());
    RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
    return browser.open(away.header("Location"));
  }

  private RawResponse logIn(RawResponse page, String user) {
    return browser.submit(page, "/fakeupstreamauth/authorize", "user", user, "decision", "login");
  }

  private void letsIn(RawResponse answer) {
    assertThat(answer.status()).isEqualTo(303);
    String code = Forms.query(answer.header("Location")).get("code");
    assertThat(application.redeem(code).status()).isEqualTo(200);
  }

  @Test
  void theSecondLoginLetsTheClientInWhatsoeverBecameOfTheFirst() {
    RawResponse page = loginPage();
    String first = logIn(page, "alice").header("Location");
    String second = logIn(page, "alice").header("Location");
    assertThat(second).isNotEqualTo(first);
    assertThat(browser.open(first).status()).as("not displayed").isEqualTo(303);
    letsIn(browser.open(second));
  }

  @Test
  void theSameAnswerOfTheProviderIsGoodOnce() {
    String answer = logIn(loginPage(), "alice").header("Location");
    letsIn(browser.open(answer));
    assertThat(browser.open(answer).status()).isEqualTo(400);
  }

  @Test
  void theSecondAgreementOfAPersonLetsTheClientIn() {
    application.answer(browser, "alice", application.asks());
    RawResponse known = application.send(browser, application.asks());
    RawResponse consent = Application.logIn(browser, known, "bob");
    assertThat(consent.text()).contains("Bob");
    assertThat(browser.submit(consent, "/authorize/consent", "decision", "approve").status())
        .as("not displayed")
        .isEqualTo(303);
    letsIn(browser.submit(consent, "/authorize/consent", "decision", "approve"));
  }

  @Test
  void whoSaidNoHasSaidNo() {
    RawResponse consent = application.send(browser, application.asks());
    RawResponse no = browser.submit(consent, "/authorize/consent", "decision", "deny");
    assertThat(Forms.query(no.header("Location"))).containsEntry("error", "access_denied");
    assertThat(browser.submit(consent, "/authorize/consent", "decision", "approve").status())
        .isEqualTo(400);
  }
}
