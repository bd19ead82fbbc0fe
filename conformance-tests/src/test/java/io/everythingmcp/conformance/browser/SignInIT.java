package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users authorize a client, sequentially and concurrently, or deny it. */
@BrowserTest
class SignInIT {
  private static final String ALLOW_AND_LOG_IN = "allow";
  private static final String FORBID_AT_THE_SERVER = "forbid";
  private static final String FORBID_AT_THE_PROVIDER = "forbid the login";

  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();
  @RegisterExtension static final SignInSite SITE = new SignInSite(SERVER);

  private final ClientApp client = SITE.client("Pangolin");

  @ParameterizedTest
  @EnumSource
  void twoClicksAuthorizeTheClient(ViewportSize device) {
    BrowserUser visitor = CHROMIUM.visitor(device);
    SignIn signIn = SignIn.begin(visitor, client);
    assertThat(visitor.page().locator("main")).containsText("Pangolin");
    signIn.allow();
    visitor.page().click(SignIn.LOG_IN);
    assertThat(signIn.person()).isEqualTo("alice");
    assertThat(visitor.refused()).isEmpty();
  }

  @Test
  void keyboardAloneAuthorizesTheClient() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.begin(visitor, client);
    KeyboardUser.press(visitor, "BUTTON");
    assertThat(visitor.page().locator("h1")).hasText("Log in");
    KeyboardUser.press(visitor, "BUTTON");
    assertThat(signIn.person()).isEqualTo("alice");
  }

  @Test
  void concurrentUsersAreIndependent() {
    SignIn alice = SignIn.begin(CHROMIUM.visitor(ViewportSize.DESKTOP), client);
    SignIn bob = SignIn.begin(CHROMIUM.visitor(ViewportSize.PHONE), client);
    bob.allow();
    alice.allow();
    alice.logInAs("alice");
    bob.logInAs("bob");
    assertThat(bob.person()).isEqualTo("bob");
    assertThat(alice.person()).isEqualTo("alice");
  }

  @Test
  void concurrentTabsAreIndependent() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    BrowserUser tab = CHROMIUM.tab(visitor);
    SignIn first = SignIn.begin(visitor, client);
    SignIn second = SignIn.begin(tab, SITE.client("Aardvark"));
    first.allow();
    second.allow().logInAs("bob");
    first.logInAs("alice");
    assertThat(first.person()).isEqualTo("alice");
    assertThat(second.person()).isEqualTo("bob");
  }

  @Test
  void consentIsStoredPerUser() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn.begin(visitor, client).allow().logInAs("alice").back();

    SignIn again = SignIn.begin(visitor, client);
    assertThat(visitor.page().locator("h1")).hasText("Log in");
    assertThat(again.logInAs("alice").person()).isEqualTo("alice");

    SignIn another = SignIn.begin(visitor, client).logInAs("bob");
    assertThat(visitor.page().locator("main")).containsText("Bob");
    assertThat(visitor.page().locator(SignIn.ALLOW)).isVisible();
    assertThat(another.allow().person()).isEqualTo("bob");
    assertThat(visitor.refused()).isEmpty();
  }

  @Test
  void consentIsPerClient() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn.begin(visitor, client).allow().logInAs("alice").back();
    SignIn.begin(visitor, SITE.client("Aardvark"));
    assertThat(visitor.page().locator("main")).containsText("Aardvark");
    assertThat(visitor.page().locator(SignIn.ALLOW)).isVisible();
  }

  @Test
  void deniedConsentIsReportedToTheClient() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn forbidden = SignIn.begin(visitor, client);
    visitor.page().click(SignIn.FORBID);
    assertThat(forbidden.error()).isEqualTo("access_denied");

    SignIn refused = SignIn.begin(visitor, client).allow();
    visitor.page().click(SignIn.FORBID);
    assertThat(refused.error()).isEqualTo("access_denied");
    assertThat(visitor.refused()).isEmpty();
  }

  @Test
  void backNavigationCanContinue() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.begin(visitor, client).allow();
    assertThat(visitor.page().locator("h1")).hasText("Log in");
    visitor.page().goBack();
    assertThat(signIn.allow().logInAs("bob").person()).isEqualTo("bob");
  }

  @Test
  void backFromClientIssuesNoSecondCodeSilently() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.begin(visitor, client).allow().logInAs("alice");
    String first = signIn.back();
    visitor.page().goBack();
    if (visitor.page().locator(SignIn.LOG_IN).count() > 0) {
      visitor.page().click(SignIn.LOG_IN);
    }
    assertThat(visitor.page().locator("h1")).not().hasText("Internal Server Error");
    assertThat(visitor.page().url()).isNotEqualTo(first);
    assertThat(signIn.attempt().person(first)).isEqualTo("alice");
  }

  @Test
  void doubleClickAuthorizesOnce() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.begin(visitor, client);
    visitor.page().dblclick(SignIn.ALLOW);
    assertThat(visitor.page().locator("h1")).hasText("Log in");
    visitor.page().dblclick(SignIn.LOG_IN);
    assertThat(signIn.person()).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://client.test/callback",
        "http://[::1]:49999/callback",
        "cursor://callback/here",
        "com.example.pangolin:/callback"
      })
  void formActionAllowsRedirectToAnyKindOfClient(URI callback) {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    ClientApp app = ClientApp.register(SERVER.client(), SITE.issuer(), "Pangolin", callback);
    SignIn.begin(visitor, app).allow();
    visitor.page().locator(SignIn.LOG_IN).dispatchEvent("click");
    await()
        .pollDelay(Duration.ZERO)
        .until(() -> visitor.wentTo(callback.toString()) || !visitor.refused().isEmpty());
    assertThat(visitor.refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {ALLOW_AND_LOG_IN, FORBID_AT_THE_SERVER, FORBID_AT_THE_PROVIDER})
  void callbackMayRedirectToAnotherSite(String way) {
    try (AttackerSite other = new AttackerSite()) {
      URI end = other.page("/end", "<title>End</title><h1>At another site of the client</h1>");
      BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
      go(visitor, SITE.site().onward("/onward", end), way);
      assertThat(visitor.page().locator("h1")).hasText("At another site of the client");
      assertThat(visitor.page().url()).startsWith(end + "?").contains("state=");
      assertThat(visitor.refused()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ALLOW_AND_LOG_IN, FORBID_AT_THE_SERVER, FORBID_AT_THE_PROVIDER})
  void callbackMayRedirectToAnApplication(String way) {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    go(visitor, SITE.site().onward("/onward", "claude://callback"), way);
    await()
        .pollDelay(Duration.ZERO)
        .until(() -> visitor.wentTo("claude://callback") || !visitor.refused().isEmpty());
    assertThat(visitor.refused()).isEmpty();
  }

  private static void go(BrowserUser visitor, URI callback, String way) {
    SignIn signIn =
        SignIn.begin(
            visitor, ClientApp.register(SERVER.client(), SITE.issuer(), "Pangolin", callback));
    String last = way.equals(ALLOW_AND_LOG_IN) ? SignIn.LOG_IN : SignIn.FORBID;
    if (!way.equals(FORBID_AT_THE_SERVER)) {
      signIn.allow();
    }
    visitor.page().locator(last).dispatchEvent("click");
  }

  @Test
  void restrictiveFormActionIsDetected() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    String form = "<form action='%s'><button>Go</button></form>".formatted(SITE.issuer());
    visitor.open(SITE.site().page("/form", form, "form-action 'self'"));
    visitor.page().locator("button").dispatchEvent("click");
    await()
        .pollDelay(Duration.ZERO)
        .until(() -> visitor.wentTo(SITE.issuer().toString()) || !visitor.refused().isEmpty());
    assertThat(visitor.refused()).anyMatch(line -> line.contains("form-action"));
  }
}
