package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on a user who authorizes a client. */
@BrowserTest
class SignInAttacksIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();
  @RegisterExtension static final SignInSite SITE = new SignInSite(SERVER);

  private static final String MARKUP =
      "\"'><pangolin></pangolin><script>document.title='pwned'</script>"
          + "<img src=x onerror=\"document.title='pwned'\">${7*7}#{7*7}<!--";

  /** Returns markup that became part of the page or was executed. */
  private static List<String> injected(BrowserUser browserUser) {
    return Stream.of(
            browserUser.page().locator("pangolin").count() > 0 ? "an element" : "",
            browserUser.page().locator("[onerror]").count() > 0 ? "an attribute" : "",
            browserUser.page().title().equals("pwned") ? "a script" : "",
            browserUser.page().content().contains("49#{") ? "a template" : "",
            String.join(" ", browserUser.refused()))
        .filter(found -> !found.isEmpty())
        .toList();
  }

  static Stream<String> authorizeParameters() {
    return Stream.of(
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "code_challenge",
        "code_challenge_method",
        "resource",
        "response_mode",
        "prompt",
        "login_hint",
        "request",
        "request_uri",
        "nonce",
        "ui_locales",
        "pangolin");
  }

  @ParameterizedTest
  @MethodSource("authorizeParameters")
  void markupInAParameterIsEscaped(String parameter) {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    Map<String, String> parameters = SITE.client("Pangolin").attempt().parameters();
    parameters.put(parameter, MARKUP);
    browserUser.open(SITE.issuer() + "/authorize?" + ClientApp.form(parameters));
    assertThat(injected(browserUser)).isEmpty();
    assertThat(browserUser.page().locator("h1")).not().hasText("Internal Server Error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type",
        "client_id",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "login_hint",
        "prompt"
      })
  void markupInALoginParameterIsEscaped(String parameter) {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, SITE.client("Pangolin")).allow();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : URI.create(browserUser.page().url()).getRawQuery().split("&", -1)) {
      String[] both = pair.split("=", 2);
      parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    parameters.put(parameter, MARKUP);
    browserUser.open(SITE.issuer() + "/fakeupstreamauth/authorize?" + ClientApp.form(parameters));
    assertThat(injected(browserUser)).isEmpty();
    assertThat(browserUser.page().locator("h1")).not().hasText("Internal Server Error");
  }

  @Test
  void markupInClientNamesIsEscaped() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.open(browserUser, SITE.client(MARKUP));
    assertThat(injected(browserUser)).isEmpty();
    assertThat(browserUser.page().locator("main")).containsText("<pangolin>");
    signIn.allow();
    assertThat(injected(browserUser)).isEmpty();
  }

  @Test
  void markupInNewUserNameIsEscaped() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, SITE.client("Pangolin")).allow();
    browserUser.page().check("input[name=user][value=new]");
    browserUser.page().fill("#name", MARKUP.substring(0, 45));
    browserUser.page().fill("#email", "unknown-id");
    browserUser.page().click(SignIn.LOG_IN);
    assertThat(injected(browserUser)).isEmpty();
  }

  @Test
  void pageThatReflectsParametersIsDetected() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(SITE.site().page("/echo", "<h1>" + MARKUP + "</h1>"));
    assertThat(injected(browserUser)).contains("an element", "an attribute", "a script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)//",
        "data:text/html,x",
        "http://evil.example/callback",
        "vbscript:x"
      })
  void redirectsGoOnlyToRegisteredUris(String address) {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    Map<String, String> parameters = SITE.client("Pangolin").attempt().parameters();
    parameters.put("redirect_uri", address);
    Response response =
        browserUser.open(SITE.issuer() + "/authorize?" + ClientApp.form(parameters));
    assertThat(response.status()).isEqualTo(400);
    assertThat(browserUser.page().url()).startsWith(SITE.issuer().toString());
    assertThat(browserUser.page().locator("a[href^='" + address.substring(0, 5) + "']").count())
        .isZero();

    String metadata = "{'redirect_uris':['" + address + "']}";
    RawResponse registered = SERVER.client().post("/register", JsonTrees.object(metadata)).send();
    assertThat(registered.status()).isEqualTo(400);
  }

  @Test
  void crossSiteConsentFormIsRejected() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, SITE.client("Pangolin"));
    browserUser.open(SITE.site().page("/evil", copy(browserUser, "button[value=approve]")));
    browserUser.page().click("button");
    assertThat(browserUser.page().locator("h1")).containsText("no longer valid");
  }

  @Test
  void crossSiteLoginFormIsRejected() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, SITE.client("Pangolin")).allow();
    browserUser.open(SITE.site().page("/evil", copy(browserUser, "button[value=login]")));
    browserUser.page().click("button");
    assertThat(browserUser.page().url()).startsWith(SITE.issuer() + "/fakeupstreamauth/authorize");
    assertThat(browserUser.page().locator("h1")).not().hasText("Back at the client");
  }

  @Test
  void formIsRejectedInAnotherBrowser() {
    BrowserUser attacker = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(attacker, SITE.client("Pangolin"));
    String stolen = attacker.page().locator("form").evaluate("form => form.outerHTML").toString();
    String absolute =
        stolen.replaceFirst(
            "action=\"[^\"]*\"", "action=\"" + SITE.issuer() + "/authorize/consent\"");
    BrowserUser victim = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(victim, SITE.client("Aardvark"));
    victim.open(SITE.site().page("/evil", absolute));
    victim.page().click(SignIn.ALLOW);
    assertThat(victim.page().locator("h1")).containsText("no longer valid");
  }

  /** Returns a copy of the current form without its anti-forgery token. */
  private static String copy(BrowserUser browserUser, String button) {
    String action = browserUser.page().locator("form").evaluate("form => form.action").toString();
    String fields =
        browserUser.page().locator("form input[type=hidden]").all().stream()
            .map(field -> field.evaluate("input => input.outerHTML").toString())
            .map(field -> field.replaceAll("(name=\"csrf\" value=\")[^\"]*", "$1" + "A".repeat(43)))
            .collect(Collectors.joining());
    String pressed = browserUser.page().locator(button).evaluate("b => b.outerHTML").toString();
    return "<form method=post action='"
        + action
        + "'>"
        + fields
        + "<input name=user value=bob>"
        + pressed
        + "</form>";
  }

  @Test
  void noPageCanBeFramed() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    ClientApp client = SITE.client("Pangolin");
    SignIn.open(browserUser, client).allow();
    for (Object page : List.of(client.attempt().address(), browserUser.page().url())) {
      BrowserUser victim = CHROMIUM.createUser(ViewportSize.DESKTOP);
      victim.open(SITE.site().page("/frame", "<iframe src='" + page + "'></iframe>"));
      assertThat(victim.refused()).anyMatch(line -> line.contains("frame-ancestors"));
      assertThat(victim.page().frameLocator("iframe").locator("form").count()).isZero();
    }
  }

  @Test
  void cookiesAreHostBoundAndHttpOnly() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn signIn = SignIn.open(browserUser, SITE.client("Pangolin")).allow();
    assertThat(browserUser.page().evaluate("document.cookie")).isEqualTo("");
    signIn.logInAs("alice").redirect();
    List<Cookie> cookies = browserUser.context().cookies(SITE.issuer().toString());
    assertThat(cookies).isNotEmpty();
    assertThat(cookies)
        .allSatisfy(
            cookie -> {
              assertThat(cookie.httpOnly).as(cookie.name).isTrue();
              assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
            });
  }

  @Test
  void clientReceivesOnlyTheAuthorizationResponse() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    SignIn.open(browserUser, SITE.client("Pangolin")).allow().logInAs("alice").redirect();
    assertThat(browserUser.page().evaluate("document.referrer")).isEqualTo("");
    Matcher query = Pattern.compile("[?&]([a-z_]+)=").matcher(browserUser.page().url());
    assertThat(query.results().map(found -> found.group(1)))
        .containsExactlyInAnyOrder("code", "state", "iss");
  }
}
