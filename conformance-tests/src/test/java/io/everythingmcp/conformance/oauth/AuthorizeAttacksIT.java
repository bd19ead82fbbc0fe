package io.everythingmcp.conformance.oauth;

import static io.everythingmcp.conformance.oauth.ErrorPages.isPage;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization requests of an attacker. */
class AuthorizeAttacksIT {
  private static final String SCRIPT = "\"><script>alert(1)</script>";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "authorize-attacks");

  private final OAuthApplication application = OAuthApplication.open(SERVER.uri());
  private final FormBrowser browser = new FormBrowser(SERVER.uri());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:5555/callback/more",
        "http://127.0.0.1:5555/call",
        "http://127.0.0.1:5555/Callback",
        "http://127.0.0.1:5555/callback?x=1",
        "http://127.0.0.1:5555/callback#x",
        "http://127.0.0.1:5555/x/../callback",
        "http://127.0.0.1:5555/callback%2e",
        "http://user@127.0.0.1:5555/callback",
        "http://127.0.0.1.evil.example:5555/callback",
        "http://localhost:5555/callback",
        "http://127.0.0.2:5555/callback",
        "https://127.0.0.1:5555/callback",
        "https://evil.example/callback",
        "//evil.example",
        "javascript:alert(1)",
        "http://127.0.0.1:5555/callback\r\nX: y",
        ""
      })
  void unregisteredRedirectUriIsNeverUsed(String redirectUri) {
    Map<String, String> asks = application.parameters();
    asks.put("redirect_uri", redirectUri);
    boolean absent = redirectUri.isEmpty();
    RawResponse response = application.send(browser, asks);
    if (absent) {
      assertThat(response.status()).as("the only one").isEqualTo(200);
    } else {
      isPage(response, 400);
    }
  }

  @Test
  void onlyLoopbackPortsMayDiffer() {
    Map<String, String> asks = application.parameters();
    asks.put("redirect_uri", "http://127.0.0.1:61234/callback");
    assertThat(application.send(browser, asks).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown-id", "", "https://", "http://127.0.0.1/x", "../../etc/passwd"})
  void unknownClientIsNeverRedirected(String id) {
    Map<String, String> asks = application.parameters();
    asks.put("client_id", id);
    isPage(application.send(browser, asks), 400);
  }

  @ParameterizedTest
  @CsvSource({
    "code_challenge, '', invalid_request",
    "code_challenge, short, invalid_request",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, '', invalid_request",
    "code_challenge_method, s256, invalid_request",
    "response_type, token, unsupported_response_type",
    "response_type, code id_token, unsupported_response_type",
    "response_type, '', invalid_request",
    "response_mode, fragment, invalid_request",
    "resource, https://other.example/mcp, invalid_target",
    "resource, not a uri, invalid_target",
    "prompt, none, login_required",
    "request, eyJhbGciOiJub25lIn0.e30., request_not_supported"
  })
  void errorsAreRedirectedOnlyAfterConsent(String name, String value, String error) {
    Map<String, String> asks = application.parameters();
    asks.put(name, value);
    RawResponse page = application.send(browser, asks);
    isPage(page, 400);
    assertThat(page.text())
        .contains(">" + error + "<")
        .contains("href=\"" + OAuthApplication.REDIRECT + "?error=" + error, "state=the+state");
    application.authorize(browser, "alice", application.parameters());
    RawResponse response = application.send(browser, asks);
    assertThat(response.status()).isEqualTo(303);
    assertThat(response.header("Location")).startsWith(OAuthApplication.REDIRECT + "?");
    assertThat(UrlParameters.query(response.header("Location")))
        .containsEntry("error", error)
        .containsEntry("state", "the state")
        .containsEntry("iss", SERVER.uri().toString())
        .containsKeys("error_description", "error_uri")
        .doesNotContainKey("code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client_id",
        "redirect_uri",
        "state",
        "scope",
        "resource",
        "response_type",
        "prompt",
        "code_challenge",
        "code_challenge_method",
        "response_mode",
        "request_uri",
        "nonce"
      })
  void parametersAreNeverScripts(String name) {
    Map<String, String> asks = application.parameters();
    asks.put(name, SCRIPT);
    RawResponse response = application.send(browser, asks);
    assertThat(response.text()).doesNotContain("<script");
    if (response.header("Location") != null) {
      assertThat(response.header("Location")).doesNotContain("<", "\"");
    }
  }

  @Test
  void clientNamesAreNeverScripts() {
    String metadata =
        "{'client_name':'<script>alert(1)</script>','client_uri':'https://evil.example',"
            + "'logo_uri':'https://evil.example/x.png','token_endpoint_auth_method':'none'}";
    Map<String, String> asks = application.parameters();
    asks.put(
        "client_id",
        OAuthApplication.register(SERVER.uri(), metadata).json().path("client_id").asText());
    RawResponse page = application.send(browser, asks);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("&lt;script&gt;").doesNotContain("<script", "evil.example");
  }

  @Test
  void pagesCannotBeFramedCachedOrScripted() {
    for (RawResponse page :
        List.of(
            application.send(browser, application.parameters()),
            browser.open("/authorize"),
            browser.open("/oauth/callback?state=x"))) {
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "script-src");
      assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.header("Cache-Control")).contains("no-store");
    }
  }

  @Test
  void formActionIsUnrestricted() {
    RawResponse consent = application.send(browser, application.parameters());
    RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
    RawResponse login = browser.open(away.header("Location"));
    for (RawResponse page : List.of(consent, login)) {
      assertThat(page.header("Content-Security-Policy"))
          .as("clients follow the redirect to an unknown address")
          .contains("default-src 'none'")
          .doesNotContain("form-action");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "response_type=code",
        "scope=mcp:read",
        "state=other",
        "code_challenge=x",
        "code_challenge_method=S256",
        "response_mode=query",
        "prompt=login"
      })
  void repeatedParameterIsReportedToTheClient(String again) {
    String path = "/authorize?" + UrlParameters.encode(application.parameters()) + "&";
    String first =
        again.startsWith("response_mode") || again.startsWith("prompt") ? again + "&" : "";
    String name = again.substring(0, again.indexOf('='));
    String twice = path + (again.startsWith("scope") ? again + "&" : first) + again;
    RawResponse page = browser.open(twice);
    isPage(page, 400);
    assertThat(page.text()).contains(name + " is sent more than once");
    application.authorize(browser, "alice", application.parameters());
    RawResponse response = browser.open(twice);
    assertThat(response.status()).as(response.toString()).isEqualTo(303);
    assertThat(UrlParameters.query(response.header("Location")))
        .containsEntry("error", "invalid_request");
  }

  @Test
  void repeatedClientOrRedirectUriIsDisplayedAndUnknownParameterIgnored() {
    String query = UrlParameters.encode(application.parameters());
    isPage(browser.open("/authorize?" + query + "&client_id=x"), 400);
    isPage(browser.open("/authorize?" + query + "&redirect_uri=https://evil.example"), 400);
    RawResponse unknown =
        browser.open("/authorize?" + query + "&utm=1&utm=2&ui_locales=de&ui_locales=fr");
    assertThat(unknown.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "openid email profile", " "})
  void unknownScopesAreReplacedByDefaults(String scope) {
    Map<String, String> asks = application.parameters();
    asks.put("scope", scope);
    assertThat(application.send(browser, asks).text())
        .contains("mcp:read", "mcp:write")
        .doesNotContain("mcp:admin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "\t", "a b", "\u0000\u0001", "%41", "+", "\u00e9\ud83d\ude00", "=&?#"})
  void stateIsReturnedUnchanged(String state) {
    Map<String, String> asks = application.parameters();
    asks.put("state", state);
    assertThat(application.authorize(browser, "alice", asks)).containsEntry("state", state);
    asks.put("response_type", "token");
    RawResponse response = application.send(browser, asks);
    assertThat(UrlParameters.query(response.header("Location"))).containsEntry("state", state);
  }
}
