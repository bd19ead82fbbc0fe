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
    BrowserUser browserUser = CHROMIUM.createUser(device);
    SignIn signIn = SignIn.open(browserUser, client);
    assertThat(browserUser.page().locator("main")).containsText("Pangolin");
    signIn.allow();
    browserUser.page().click(SignIn.LOG_IN);
    assertThat(signIn.user()).isEqualTo("alice");
    assertThat(browserUser.refused()).isEmpty();
  }

  @Test
  void keyboardAloneAuthorizesTheClient() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.open(browserUser, client);
    KeyboardUser.press(browserUser, "BUTTON");
    assertThat(browserUser.page().locator("h1")).hasText("Log in");
    KeyboardUser.press(browserUser, "BUTTON");
    assertThat(signIn.user()).isEqualTo("alice");
  }

  @Test
  void concurrentUsersAreIndependent() {
    SignIn alice = SignIn.open(CHROMIUM.createUser(ViewportSize.DESKTOP), client);
    SignIn bob = SignIn.open(CHROMIUM.createUser(ViewportSize.PHONE), client);
    bob.allow();
    alice.allow();
    alice.logInAs("alice");
    bob.logInAs("bob");
    assertThat(bob.user()).isEqualTo("bob");
    assertThat(alice.user()).isEqualTo("alice");
  }

  @Test
  void concurrentTabsAreIndependent() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    BrowserUser tab = CHROMIUM.tab(browserUser);
    SignIn first = SignIn.open(browserUser, client);
    SignIn second = SignIn.open(tab, SITE.client("Aardvark"));
    first.allow();
    second.allow().logInAs("bob");
    first.logInAs("alice");
    assertThat(first.user()).isEqualTo("alice");
    assertThat(second.user()).isEqualTo("bob");
  }

  @Test
  void consentIsStoredPerUser() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, client).allow().logInAs("alice").redirect();

    SignIn again = SignIn.open(browserUser, client);
    assertThat(browserUser.page().locator("h1")).hasText("Log in");
    assertThat(again.logInAs("alice").user()).isEqualTo("alice");

    SignIn another = SignIn.open(browserUser, client).logInAs("bob");
    assertThat(browserUser.page().locator("main")).containsText("Bob");
    assertThat(browserUser.page().locator(SignIn.ALLOW)).isVisible();
    assertThat(another.allow().user()).isEqualTo("bob");
    assertThat(browserUser.refused()).isEmpty();
  }

  @Test
  void consentIsPerClient() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, client).allow().logInAs("alice").redirect();
    SignIn.open(browserUser, SITE.client("Aardvark"));
    assertThat(browserUser.page().locator("main")).containsText("Aardvark");
    assertThat(browserUser.page().locator(SignIn.ALLOW)).isVisible();
  }

  @Test
  void deniedConsentIsReportedToTheClient() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn forbidden = SignIn.open(browserUser, client);
    browserUser.page().click(SignIn.FORBID);
    assertThat(forbidden.error()).isEqualTo("access_denied");

    SignIn refused = SignIn.open(browserUser, client).allow();
    browserUser.page().click(SignIn.FORBID);
    assertThat(refused.error()).isEqualTo("access_denied");
    assertThat(browserUser.refused()).isEmpty();
  }

  @Test
  void backNavigationCanContinue() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.open(browserUser, client).allow();
    assertThat(browserUser.page().locator("h1")).hasText("Log in");
    browserUser.page().goBack();
    assertThat(signIn.allow().logInAs("bob").user()).isEqualTo("bob");
  }

  @Test
  void backFromClientIssuesNoSecondCodeSilently() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.open(browserUser, client).allow().logInAs("alice");
    String first = signIn.redirect();
    browserUser.page().goBack();
    if (browserUser.page().locator(SignIn.LOG_IN).count() > 0) {
      browserUser.page().click(SignIn.LOG_IN);
    }
    assertThat(browserUser.page().locator("h1")).not().hasText("Internal Server Error");
    assertThat(browserUser.page().url()).isNotEqualTo(first);
    assertThat(signIn.attempt().redeemForUser(first)).isEqualTo("alice");
  }

  @Test
  void doubleClickAuthorizesOnce() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.open(browserUser, client);
    browserUser.page().dblclick(SignIn.ALLOW);
    assertThat(browserUser.page().locator("h1")).hasText("Log in");
    browserUser.page().dblclick(SignIn.LOG_IN);
    assertThat(signIn.user()).isEqualTo("alice");
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
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    ClientApp app = ClientApp.register(SERVER.client(), SITE.issuer(), "Pangolin", callback);
    SignIn.open(browserUser, app).allow();
    browserUser.page().locator(SignIn.LOG_IN).dispatchEvent("click");
    await()
        .pollDelay(Duration.ZERO)
        .until(
            () ->
                browserUser.hasRequested(callback.toString()) || !browserUser.refused().isEmpty());
    assertThat(browserUser.refused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {ALLOW_AND_LOG_IN, FORBID_AT_THE_SERVER, FORBID_AT_THE_PROVIDER})
  void callbackMayRedirectToAnotherSite(String way) {
    try (AttackerSite other = new AttackerSite()) {
      URI end = other.page("/end", "<title>End</title><h1>At another site of the client</h1>");
      BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
      followRedirect(browserUser, SITE.site().redirect("/onward", end), way);
      assertThat(browserUser.page().locator("h1")).hasText("At another site of the client");
      assertThat(browserUser.page().url()).startsWith(end + "?").contains("state=");
      assertThat(browserUser.refused()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ALLOW_AND_LOG_IN, FORBID_AT_THE_SERVER, FORBID_AT_THE_PROVIDER})
  void callbackMayRedirectToAnApplication(String way) {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    followRedirect(browserUser, SITE.site().redirect("/onward", "claude://callback"), way);
    await()
        .pollDelay(Duration.ZERO)
        .until(
            () ->
                browserUser.hasRequested("claude://callback") || !browserUser.refused().isEmpty());
    assertThat(browserUser.refused()).isEmpty();
  }

  private static void followRedirect(BrowserUser browserUser, URI callback, String way) {
    SignIn signIn =
        SignIn.open(
            browserUser, ClientApp.register(SERVER.client(), SITE.issuer(), "Pangolin", callback));
    String last = way.equals(ALLOW_AND_LOG_IN) ? SignIn.LOG_IN : SignIn.FORBID;
    if (!way.equals(FORBID_AT_THE_SERVER)) {
      signIn.allow();
    }
    browserUser.page().locator(last).dispatchEvent("click");
  }

  @Test
  void restrictiveFormActionIsDetected() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    String form = "<form action='%s'><button>Go</button></form>".formatted(SITE.issuer());
    browserUser.open(SITE.site().page("/form", form, "form-action 'self'"));
    browserUser.page().locator("button").dispatchEvent("click");
    await()
        .pollDelay(Duration.ZERO)
        .until(
            () ->
                browserUser.hasRequested(SITE.issuer().toString())
                    || !browserUser.refused().isEmpty());
    assertThat(browserUser.refused()).anyMatch(line -> line.contains("form-action"));
  }
}
