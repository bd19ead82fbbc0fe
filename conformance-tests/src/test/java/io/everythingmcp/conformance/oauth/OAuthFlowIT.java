package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The complete flow: a client without configuration obtains a token on behalf of a user. */
class OAuthFlowIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  private static String base() {
    return SERVER.uri().toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth-authorization-server", "openid-configuration"})
  void metadataListsCapabilities(String name) {
    RawResponse metadata = SERVER.client().request("GET", "/.well-known/" + name).send();
    JsonNode document = metadata.json();
    assertThat(metadata.status()).isEqualTo(200);
    assertThat(document.path("issuer").asText()).isEqualTo(base());
    assertThat(document.path("code_challenge_methods_supported")).hasToString("[\"S256\"]");
    assertThat(document.path("client_id_metadata_document_supported").asBoolean()).isTrue();
    assertThat(document.path("authorization_response_iss_parameter_supported").asBoolean())
        .isTrue();
    for (String endpoint : new String[] {"token", "registration", "revocation"}) {
      assertThat(document.path(endpoint + "_endpoint").asText()).startsWith(base() + "/");
    }
  }

  @Test
  void consentAndLoginIssueATokenForTheUser() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    RawResponse consent = application.send(browser, application.parameters());
    assertThat(consent.status()).isEqualTo(200);
    assertThat(consent.text()).contains("Test", "127.0.0.1:5555", "mcp:read", "mcp:write");
    assertThat(consent.text()).doesNotContain("mcp:admin").doesNotContain("<script");

    RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
    assertThat(away.status()).isEqualTo(303);
    assertThat(away.header("Location")).startsWith(base() + "/fakeupstreamauth/authorize?");

    RawResponse back = OAuthApplication.logIn(browser, away, "bob");
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).startsWith(OAuthApplication.REDIRECT + "?");
    Map<String, String> answer = UrlParameters.query(back.header("Location"));
    assertThat(answer).containsEntry("state", "the state").containsEntry("iss", base());

    RawResponse tokens = application.redeem(answer.get("code"));
    assertThat(tokens.status()).isEqualTo(200);
    assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
    assertThat(tokens.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.json().path("expires_in").asInt()).isEqualTo(3600);
    assertThat(tokens.json().path("scope").asText()).isEqualTo("mcp:read mcp:write");
    assertThat(whoAmI(tokens.json().path("access_token").asText()))
        .contains("bob", application.id());
  }

  private static String whoAmI(String token) {
    RawClient client = SERVER.client();
    String session =
        client
            .post("/mcp", JsonRpcMessages.initialize("2025-11-25", "{}"))
            .header("Authorization", "Bearer " + token)
            .send()
            .header("Mcp-Session-Id");
    return client
        .post("/mcp", JsonRpcMessages.request(2, "tools/call", "{'name':'whoAmI','arguments':{}}"))
        .header("Authorization", "Bearer " + token)
        .header("Mcp-Session-Id", session)
        .send()
        .reply()
        .toString();
  }

  @Test
  void consentIsStoredForThisUserOnly() {
    OAuthApplication application = OAuthApplication.registerNew(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    application.authorize(browser, "alice", application.parameters());

    RawResponse again = application.send(browser, application.parameters());
    assertThat(again.status()).as("no consent page for Alice").isEqualTo(303);
    RawResponse bob = OAuthApplication.logIn(browser, again, "bob");
    assertThat(bob.status()).as("a consent page for Bob").isEqualTo(200);
    assertThat(bob.text()).contains("Bob Brown");
    RawResponse done = browser.submit(bob, "/authorize/consent", "decision", "approve");
    assertThat(UrlParameters.query(done.header("Location"))).containsKey("code");

    Map<String, String> more = application.parameters();
    more.put("scope", "mcp:read mcp:admin");
    assertThat(application.send(browser, more).status()).as("more scopes").isEqualTo(200);
    Map<String, String> prompt = application.parameters();
    prompt.put("prompt", "consent");
    assertThat(application.send(browser, prompt).status()).as("prompt=consent").isEqualTo(200);
    OAuthApplication other = OAuthApplication.registerNew(SERVER.uri());
    assertThat(other.send(browser, other.parameters()).status())
        .as("another client")
        .isEqualTo(200);
  }

  /** Events that end a grant before its expiry. */
  enum End {
    REVOKED_BY_REFRESH_TOKEN,
    REVOKED_BY_ACCESS_TOKEN,
    CODE_USED_TWICE,
    REFRESH_TOKEN_USED_TWICE;

    void happen(OAuthApplication application, String code, JsonNode tokens) {
      String refresh = tokens.path("refresh_token").asText();
      switch (this) {
        case REVOKED_BY_REFRESH_TOKEN -> application.call("/revoke", "token", refresh);
        case REVOKED_BY_ACCESS_TOKEN ->
            application.call("/revoke", "token", tokens.path("access_token").asText());
        case CODE_USED_TWICE -> application.redeem(code);
        case REFRESH_TOKEN_USED_TWICE -> {
          application.refresh(refresh);
          application.refresh(refresh);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void endOfGrantRemovesConsent(End end) {
    OAuthApplication application =
        end == End.REVOKED_BY_REFRESH_TOKEN || end == End.CODE_USED_TWICE
            ? OAuthApplication.registerNew(SERVER.uri())
            : OAuthApplication.confidential(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    String code = application.authorize(browser, "alice", application.parameters()).get("code");
    JsonNode tokens = application.redeem(code).json();
    assertThat(application.send(browser, application.parameters()).status()).isEqualTo(303);
    end.happen(application, code, tokens);
    RawResponse page = application.send(browser, application.parameters());
    assertThat(page.status()).as("consent is required again").isEqualTo(200);
    assertThat(page.text()).contains("The last to sign in with this browser was", "Alice");
  }

  @Test
  void consentForOneLoopbackPortIsNotValidForAnother() {
    OAuthApplication application = OAuthApplication.registerNew(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    application.authorize(browser, "alice", application.parameters());
    assertThat(application.send(browser, application.parameters()).status()).isEqualTo(303);
    Map<String, String> other = application.parameters();
    other.put("redirect_uri", "http://127.0.0.1:5556/callback");
    assertThat(application.send(browser, other).status()).isEqualTo(200);
  }

  @Test
  void deniedConsentIsRedirectedWithoutLogin() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    RawResponse consent = application.send(browser, application.parameters());
    RawResponse denied = browser.submit(consent, "/authorize/consent", "decision", "deny");
    assertThat(UrlParameters.query(denied.header("Location")))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "the state")
        .containsEntry("iss", base());
    RawResponse after = browser.submit(consent, "/authorize/consent", "decision", "approve");
    assertThat(after.status()).isEqualTo(400);
  }

  @Test
  void deniedLoginIsRedirected() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    RawResponse consent = application.send(browser, application.parameters());
    RawResponse away = browser.submit(consent, "/authorize/consent", "decision", "approve");
    RawResponse page = browser.open(away.header("Location"));
    RawResponse back =
        browser.submit(page, "/fakeupstreamauth/authorize", "user", "alice", "decision", "deny");
    RawResponse answer = browser.open(back.header("Location"));
    assertThat(UrlParameters.query(answer.header("Location")))
        .containsEntry("error", "access_denied")
        .containsEntry("state", "the state")
        .containsEntry("iss", base());
  }

  @Test
  void refreshIssuesANewPairAndMayReduceScopes() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    JsonNode first = application.tokens("alice");
    JsonNode second =
        application
            .call(
                "/token",
                "grant_type",
                "refresh_token",
                "refresh_token",
                first.path("refresh_token").asText(),
                "scope",
                "mcp:read")
            .json();
    assertThat(second.path("scope").asText()).isEqualTo("mcp:read");
    JsonNode third = application.refresh(second.path("refresh_token").asText()).json();
    assertThat(third.path("scope").asText()).isEqualTo("mcp:read mcp:write");
    assertThat(OAuthApplication.use(SERVER.uri(), third.path("access_token").asText()))
        .isEqualTo(200);
    assertThat(OAuthApplication.use(SERVER.uri(), first.path("access_token").asText()))
        .isEqualTo(200);
  }

  @Test
  void unknownScopesOfARefreshAreIgnored() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    String token = application.tokens("alice").path("refresh_token").asText();
    for (String scope : List.of("mcp:read offline_access", "openid")) {
      JsonNode next =
          application
              .call("/token", "grant_type", "refresh_token", "refresh_token", token, "scope", scope)
              .json();
      assertThat(next.path("scope").asText())
          .isEqualTo(scope.equals("openid") ? "mcp:read mcp:write" : "mcp:read");
      token = next.path("refresh_token").asText();
    }
  }

  @Test
  void pushedAuthorizationRequestIsAccepted() {
    OAuthApplication application = OAuthApplication.confidential(SERVER.uri());
    Map<String, String> asks = application.parameters();
    String[] pairs =
        asks.entrySet().stream()
            .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
            .toArray(String[]::new);
    RawResponse pushed = application.call("/par", pairs);
    assertThat(pushed.status()).isEqualTo(201);
    Map<String, String> short1 =
        UrlParameters.of(
            "client_id",
            application.id(),
            "request_uri",
            pushed.json().path("request_uri").asText());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    Map<String, String> answer = application.authorize(browser, "alice", short1);
    assertThat(application.redeem(answer.get("code")).status()).isEqualTo(200);
    assertThat(application.send(browser, short1).status()).as("once").isEqualTo(400);
  }

  @Test
  void pathsExistBelowOauth() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    assertThat(
            browser
                .open("/oauth/authorize?" + UrlParameters.encode(application.parameters()))
                .status())
        .isEqualTo(200);
    for (String path : new String[] {"token", "revoke", "introspect", "par"}) {
      assertThat(application.call("/oauth/" + path).status()).as(path).isIn(400, 401);
    }
    assertThat(SERVER.client().request("GET", "/oauth/jwks").send().json().path("keys").size())
        .isPositive();
  }

  @Test
  void crossOriginRequestsMayUseProgramEndpoints() {
    RawResponse token =
        SERVER.client().request("POST", "/token").header("Origin", "https://app.example").send();
    assertThat(token.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(token.header("Access-Control-Allow-Credentials")).isNull();
    RawResponse page =
        SERVER.client().request("GET", "/authorize").header("Origin", "https://app.example").send();
    assertThat(page.header("Access-Control-Allow-Origin")).isNull();
  }
}
