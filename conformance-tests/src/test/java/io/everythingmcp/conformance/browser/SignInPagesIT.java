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
      Map.of(
          "splash-with-login", visitor -> visitor.open(SITE.issuer()),
          "consent", visitor -> SignIn.begin(visitor, SITE.client("Pangolin")),
          "consent-long-name", visitor -> SignIn.begin(visitor, SITE.client("Pangolin".repeat(12))),
          "login", visitor -> SignIn.begin(visitor, SITE.client("Pangolin")).allow(),
          "login-once-more", SignInPagesIT::loginOnceMore,
          "login-of-nobody", SignInPagesIT::loginOfNobody,
          "consent-after-login", SignInPagesIT::consentAfterLogin,
          "unknown-client", visitor -> changed(visitor, "client_id", "nobody"),
          "unknown-redirect", visitor -> changed(visitor, "redirect_uri", "https://evil.example/"),
          "form-of-somebody-else",
              visitor -> {
                SignIn signIn = SignIn.begin(visitor, SITE.client("Pangolin"));
                visitor.context().clearCookies();
                signIn.allow();
              });

  private static void loginOnceMore(BrowserUser visitor) {
    ClientApp client = SITE.client("Pangolin");
    SignIn.begin(visitor, client).allow().logInAs("alice").back();
    visitor.forget();
    SignIn.begin(visitor, client);
  }

  private static void loginOfNobody(BrowserUser visitor) {
    SignIn.begin(visitor, SITE.client("Pangolin")).allow().logInAs("new");
  }

  private static void consentAfterLogin(BrowserUser visitor) {
    loginOnceMore(visitor);
    visitor.page().check("input[value=bob]");
    visitor.page().click(SignIn.LOG_IN);
  }

  private static void changed(BrowserUser visitor, String name, String value) {
    Map<String, String> parameters = SITE.client("Pangolin").attempt().parameters();
    parameters.put(name, value);
    visitor.open(SITE.issuer() + "/authorize?" + ClientApp.form(parameters));
  }

  static Stream<Arguments> pages() {
    return ViewportSize.each(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageConformsToTheRules(String name, ViewportSize device) {
    BrowserUser visitor = CHROMIUM.visitor(device);
    PAGES.get(name).accept(visitor);
    assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
    assertThat(PageRules.faults(visitor, name, device)).isEmpty();
    assertThat(KeyboardUser.unreachable(visitor)).isEmpty();
  }

  @Test
  void homePageLinksToClientDocuments() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    visitor.open(SITE.issuer());
    for (String document : List.of("oauth-protected-resource", "oauth-authorization-server")) {
      visitor.page().click("a[href$='/.well-known/" + document + "']");
      assertThat(visitor.page().content()).contains(SITE.issuer().toString());
      visitor.page().goBack();
    }
  }
}
