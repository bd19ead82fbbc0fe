package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page of the authorization of a client conforms to the rules. */
@BrowserTest
class SignInPagesIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();
  @RegisterExtension static final SignInSite SITE = new SignInSite(SERVER);

  private static final Map<String, Consumer<BrowserUser>> PAGES =
      Map.ofEntries(
          entry("home-with-login", browserUser -> browserUser.open(SITE.issuer())),
          entry("endpoint-with-login", browserUser -> browserUser.open(SITE.issuer() + "/mcp")),
          entry("consent", browserUser -> SignIn.open(browserUser, SITE.client("Pangolin"))),
          entry(
              "consent-long-name",
              browserUser -> SignIn.open(browserUser, SITE.client("Pangolin".repeat(12)))),
          entry("consent-after-login", SignInPagesIT::consentAfterLogin),
          entry("consent-step-up", SignInPagesIT::stepUp),
          entry("login", browserUser -> SignIn.open(browserUser, SITE.client("Pangolin")).allow()),
          entry("login-once-more", SignInPagesIT::repeatLogin),
          entry("login-without-name", SignInPagesIT::loginWithoutName),
          entry(
              "login-invalid",
              browserUser -> browserUser.open(SITE.issuer() + "/fakeupstreamauth/authorize")),
          entry("unknown-client", browserUser -> changed(browserUser, "client_id", "unknown")),
          entry(
              "unknown-redirect",
              browserUser -> changed(browserUser, "redirect_uri", "https://evil.example/")),
          entry(
              "expired",
              browserUser ->
                  browserUser.open(SITE.issuer() + "/fakeupstreamauth/redirect?code=a&state=b")),
          entry("form-of-another-browser", SignInPagesIT::formOfAnotherBrowser));

  private static Map.Entry<String, Consumer<BrowserUser>> entry(
      String name, Consumer<BrowserUser> way) {
    return Map.entry(name, way);
  }

  private static void formOfAnotherBrowser(BrowserUser browserUser) {
    SignIn signIn = SignIn.open(browserUser, SITE.client("Pangolin"));
    browserUser.context().clearCookies();
    signIn.allow();
  }

  private static void repeatLogin(BrowserUser browserUser) {
    ClientApp client = SITE.client("Pangolin");
    SignIn.open(browserUser, client).allow().logInAs("alice").redirect();
    browserUser.clearEvents();
    SignIn.open(browserUser, client);
  }

  private static void loginWithoutName(BrowserUser browserUser) {
    SignIn.open(browserUser, SITE.client("Pangolin")).allow().logInAs("new");
  }

  private static void consentAfterLogin(BrowserUser browserUser) {
    repeatLogin(browserUser);
    browserUser.page().check("input[value=bob]");
    browserUser.page().click(SignIn.LOG_IN);
  }

  /** Step-up authorization: the client has a token and requests one more scope. */
  private static void stepUp(BrowserUser browserUser) {
    ClientApp client = SITE.client("Pangolin");
    SignIn.open(browserUser, client).allow().logInAs("alice").redirect();
    browserUser.clearEvents();
    Map<String, String> parameters = client.attempt().parameters();
    parameters.put("scope", "mcp:read mcp:write mcp:admin");
    browserUser.open(SITE.issuer() + "/authorize?" + ClientApp.form(parameters));
    assertThat(browserUser.page().content()).contains("mcp:admin");
  }

  private static void changed(BrowserUser browserUser, String name, String value) {
    Map<String, String> parameters = SITE.client("Pangolin").attempt().parameters();
    parameters.put(name, value);
    browserUser.open(SITE.issuer() + "/authorize?" + ClientApp.form(parameters));
  }

  static Stream<Arguments> pages() {
    return ViewportSize.each(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageConformsToTheRules(String name, ViewportSize device) {
    BrowserUser browserUser = CHROMIUM.createUser(device);
    PAGES.get(name).accept(browserUser);
    assertThat(browserUser.page().locator("h1").count()).isEqualTo(1);
    assertThat(PageRules.faults(browserUser, name, device)).isEmpty();
    if (browserUser.page().locator("a, button").count() > 0) {
      assertThat(KeyboardUser.unreachable(browserUser)).isEmpty();
    }
  }

  @Test
  void homePageLinksToClientDocuments() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(SITE.issuer());
    for (String document : List.of("oauth-protected-resource", "oauth-authorization-server")) {
      browserUser.page().click("a[href$='/.well-known/" + document + "']");
      assertThat(browserUser.page().content()).contains(SITE.issuer().toString());
      browserUser.page().goBack();
    }
  }
}
