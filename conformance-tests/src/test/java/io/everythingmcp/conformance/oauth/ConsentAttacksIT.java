package io.everythingmcp.conformance.oauth;

import static io.everythingmcp.conformance.oauth.ErrorPages.isPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Attacks on the steps after the authorization request: consent, login and the redirect. */
class ConsentAttacksIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "authorize-attacks");

  private final OAuthApplication application = OAuthApplication.open(SERVER.uri());
  private final FormBrowser browser = new FormBrowser(SERVER.uri());

  @Test
  void consentRequiresTheTicketOfThisBrowser() {
    RawResponse page = application.send(browser, application.parameters());
    Map<String, String> fields = FormBrowser.hidden(page);
    fields.put("decision", "approve");
    Map<String, String> without =
        UrlParameters.of("request", fields.get("request"), "decision", "approve");
    assertThat(browser.send("/authorize/consent", without).status()).isEqualTo(403);
    FormBrowser victim = new FormBrowser(SERVER.uri());
    assertThat(victim.send("/authorize/consent", fields).status()).as("no cookie").isEqualTo(403);
    application.send(victim, application.parameters());
    assertThat(victim.send("/authorize/consent", fields).status()).as("other").isEqualTo(403);
    assertThat(browser.open("/authorize/consent?" + UrlParameters.encode(fields)).status())
        .as("by a link")
        .isIn(403, 405);
    assertThat(browser.send("/authorize/consent", fields).status()).as("unchanged").isEqualTo(303);
  }

  @Test
  void callbackRequiresTheSameBrowserAndWorksOnce() {
    RawResponse page = application.send(browser, application.parameters());
    RawResponse away = browser.submit(page, "/authorize/consent", "decision", "approve");
    RawResponse login = browser.open(away.header("Location"));
    RawResponse back =
        browser.submit(login, "/fakeupstreamauth/authorize", "user", "alice", "decision", "login");
    String callback = back.header("Location");
    FormBrowser attacker = new FormBrowser(SERVER.uri());
    isPage(attacker.open(callback), 400);
    application.send(attacker, application.parameters());
    isPage(attacker.open(callback), 400);
    isPage(browser.open(callback.replaceFirst("state=.", "state=.")), 400);
    assertThat(browser.open(callback).status()).isEqualTo(303);
    isPage(browser.open(callback), 400);
  }

  @Test
  void noRedirectToTheProviderBeforeConsent() {
    RawResponse page = application.send(browser, application.parameters());
    Map<String, String> fields = FormBrowser.hidden(page);
    isPage(browser.open("/fakeupstreamauth/redirect?code=x&state=" + fields.get("request")), 400);
    isPage(browser.open("/oauth/callback?code=x&state=" + fields.get("csrf")), 400);
  }

  @Test
  void responseOfAnotherProviderIsRejected() {
    RawResponse page = application.send(browser, application.parameters());
    RawResponse away = browser.submit(page, "/authorize/consent", "decision", "approve");
    String state = UrlParameters.query(away.header("Location")).get("state");
    RawResponse answer =
        browser.open(
            "/fakeupstreamauth/redirect?"
                + UrlParameters.encode(
                    UrlParameters.of("code", "x", "state", state, "iss", "https://evil.example")));
    assertThat(UrlParameters.query(answer.header("Location")))
        .containsEntry("error", "server_error")
        .containsEntry("iss", SERVER.uri().toString());
  }
}
