package io.everythingmcp.idp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.everythingmcp.idp.junit.FakeIdpExtension;
import io.everythingmcp.idp.model.IdpUser;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The login page in a browser without JavaScript. */
class LoginPageTest {
  @RegisterExtension
  static final FakeIdpExtension IDP =
      new FakeIdpExtension(s -> s.withClients(NimbusApplication.registered()));

  private final NimbusApplication app = new NimbusApplication(IDP.issuer());
  private final LoginBrowser browser = new LoginBrowser();

  private IDTokenClaimsSet loggedIn(HttpResponse<String> back) throws Exception {
    return app.verify(app.tokens(NimbusApplication.code(back)), JWSAlgorithm.RS256);
  }

  @Test
  void defaultUserIsAlice() throws Exception {
    HttpResponse<String> page = browser.open(app.login());
    assertThat(page.statusCode()).isEqualTo(200);
    HttpResponse<String> back = browser.submit(page, Map.of());
    assertThat(back.statusCode()).isEqualTo(303);
    assertThat(back.headers().firstValue("Location").orElseThrow())
        .startsWith("http://localhost:3999/cb?");
    assertThat(LoginBrowser.redirectParameters(back))
        .containsEntry("keep", List.of("1"))
        .containsEntry("state", List.of(app.state.getValue()))
        .containsEntry("iss", List.of(IDP.issuer().toString()));
    IDTokenClaimsSet claims = loggedIn(back);
    assertThat(claims.getSubject().getValue()).isEqualTo("alice");
    assertThat(claims.getStringClaim("name")).isEqualTo("Alice Adams");
    assertThat(claims.getStringClaim("email")).isEqualTo("alice@example.com");
    assertThat(claims.getAuthenticationTime()).isNotNull();
    assertThat(claims.getAccessTokenHash()).isNotNull();
  }

  @Test
  void selectedUserIsBob() throws Exception {
    HttpResponse<String> page = browser.open(app.login());
    assertThat(loggedIn(browser.submit(page, Map.of("user", "bob"))).getSubject().getValue())
        .isEqualTo("bob");
  }

  @Test
  void denialRedirectsWithoutACode() {
    HttpResponse<String> back =
        browser.submit(browser.open(app.login()), Map.of("decision", "deny"));
    assertThat(LoginBrowser.redirectParameters(back))
        .containsEntry("error", List.of("access_denied"))
        .containsEntry("state", List.of(app.state.getValue()))
        .containsEntry("iss", List.of(IDP.issuer().toString()))
        .doesNotContainKey("code");
  }

  @Test
  void newUserIsStored() throws Exception {
    Map<String, String> zoe = Map.of("user", "new", "name", "Zoë O'Hara <&>", "email", "z@e.org");
    IDTokenClaimsSet claims = loggedIn(browser.submit(browser.open(app.login()), zoe));
    assertThat(claims.getStringClaim("name")).isEqualTo("Zoë O'Hara <&>");
    String subject = claims.getSubject().getValue();

    HttpResponse<String> again = browser.open(app.login());
    assertThat(again.body()).contains("Zoë O&#39;Hara &lt;&amp;&gt;").contains("used before");
    IDTokenClaimsSet second = loggedIn(browser.submit(again, Map.of("user", subject)));
    assertThat(second.getStringClaim("email")).isEqualTo("z@e.org");

    LoginBrowser other = new LoginBrowser();
    HttpResponse<String> elsewhere = other.open(app.login());
    assertThat(elsewhere.body()).doesNotContain("z@e.org").doesNotContain("used before");
    assertThat(other.submit(elsewhere, Map.of("user", subject)).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "new, '', z@e.org, Enter a name",
    "new, Zoe, nonsense, Enter an e-mail address",
    "new, Zoe, ALICE@example.com, who is in the list",
    "new, 'Zoe\u0007', z@e.org, Enter a name",
    "unknown-id, '', '', Select a user",
    "'', '', '', Select a user"
  })
  void invalidInputIsDisplayedAgain(String user, String name, String email, String why) {
    HttpResponse<String> page = browser.open(app.login());
    Map<String, String> entered = Map.of("user", user, "name", name, "email", email);
    HttpResponse<String> again = browser.submit(page, entered);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains(why).contains("aria-describedby").contains("role=\"alert\"");
    // The page of the response works as the first one did.
    assertThat(LoginBrowser.redirectParameters(browser.submit(again, Map.of("user", "carol"))))
        .containsKey("code");
  }

  @Test
  void loginHintSelectsUser() {
    HttpResponse<String> page =
        browser.open(app.authenticationRequest().loginHint("carol@example.com").build().toURI());
    assertThat(LoginBrowser.fields(page)).containsEntry("user", "carol");
    assertThat(
            LoginBrowser.fields(
                browser.open(app.authenticationRequest().loginHint("unknown-id").build().toURI())))
        .containsEntry("user", "alice");
  }

  @Test
  void crossSiteFormIsRejected() {
    HttpResponse<String> page = browser.open(app.login());
    Map<String, String> fields = LoginBrowser.fields(page);
    LoginBrowser victim = new LoginBrowser();
    assertThat(victim.post(page.uri(), fields).statusCode()).as("no cookie").isEqualTo(403);
    victim.open(app.login());
    assertThat(victim.post(page.uri(), fields).statusCode()).as("other cookie").isEqualTo(403);
    Map<String, String> without = new HashMap<>(fields);
    without.remove("csrf");
    assertThat(browser.post(page.uri(), without).statusCode()).as("no ticket").isEqualTo(403);
    assertThat(browser.post(page.uri(), fields).statusCode()).as("valid").isEqualTo(303);
  }

  @Test
  void modifiedFormCannotChangeTheRedirect() {
    HttpResponse<String> page = browser.open(app.login());
    Map<String, String> bent = Map.of("redirect_uri", "http://localhost:3999/evil");
    HttpResponse<String> answer = browser.submit(page, bent);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void inputIsEscaped() {
    State nasty = new State("\"><script>alert(1)</script>'{{7*7}}${7*7}");
    HttpResponse<String> page =
        browser.open(
            app.authenticationRequest().state(nasty).loginHint("'\"><img src=x>").build().toURI());
    assertThat(page.body())
        .doesNotContain("<script")
        .doesNotContain("<img")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(LoginBrowser.redirectParameters(browser.submit(page, Map.of())).get("state"))
        .containsExactly(nasty.getValue());
  }

  @Test
  void pageHasNoScriptAndNoFrame() {
    HttpResponse<String> page = browser.open(app.login());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .as("browsers apply form-action to each redirect of the form")
        .doesNotContain("unsafe", "form-action");
    assertThat(page.headers().map())
        .containsEntry("x-frame-options", List.of("DENY"))
        .containsEntry("cache-control", List.of("no-store"))
        .containsEntry("referrer-policy", List.of("same-origin"))
        .containsEntry("x-content-type-options", List.of("nosniff"));
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax")
        .doesNotContain("Secure");
    assertThat(page.body()).doesNotContain("<script").doesNotContain(" style=").contains("Fake");
  }

  @Test
  void loginWithoutPageRequiresAUser() {
    Prompt none = new Prompt(Prompt.Type.NONE);
    assertThat(
            LoginBrowser.redirectParameters(
                browser.open(app.authenticationRequest().prompt(none).build().toURI())))
        .containsEntry("error", List.of("login_required"));

    browser.submit(browser.open(app.login()), Map.of());
    assertThat(
            LoginBrowser.redirectParameters(
                browser.open(app.authenticationRequest().prompt(none).build().toURI())))
        .containsKey("code");

    browser.submit(browser.open(app.login()), Map.of("user", "bob"));
    assertThat(
            LoginBrowser.redirectParameters(
                browser.open(app.authenticationRequest().prompt(none).build().toURI())))
        .containsEntry("error", List.of("account_selection_required"));
    assertThat(
            LoginBrowser.redirectParameters(
                browser.open(
                    app.authenticationRequest().prompt(none).loginHint("bob").build().toURI())))
        .containsKey("code");

    IDP.script().moveClock(Duration.ofHours(2));
    assertThat(
            LoginBrowser.redirectParameters(
                browser.open(
                    app.authenticationRequest()
                        .prompt(none)
                        .loginHint("bob")
                        .maxAge(3600)
                        .build()
                        .toURI())))
        .containsEntry("error", List.of("login_required"));
  }

  @Test
  void scriptedLoginHasNoPageAndHappensOnce() throws Exception {
    IDP.script().nextLogin("dave").nextLogin(new IdpUser("erin", "Erin", "e@example.com"));
    assertThat(loggedIn(browser.open(app.login())).getSubject().getValue()).isEqualTo("dave");
    assertThat(loggedIn(browser.open(app.login())).getSubject().getValue()).isEqualTo("erin");
    assertThat(browser.open(app.login()).statusCode()).isEqualTo(200);
    IDP.script().nextLoginRefused().nextLoginRefused("temporarily_unavailable");
    assertThat(LoginBrowser.redirectParameters(browser.open(app.login())))
        .containsEntry("error", List.of("access_denied"));
    assertThat(LoginBrowser.redirectParameters(browser.open(app.login())))
        .containsEntry("error", List.of("temporarily_unavailable"));
  }
}
