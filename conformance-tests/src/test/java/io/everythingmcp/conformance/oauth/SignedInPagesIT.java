package io.everythingmcp.conformance.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of the server for a logged-in user. */
class SignedInPagesIT {
  private static final String META = "io.modelcontextprotocol";

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "visits");

  private static String page(String token) {
    String params =
        "{'name':'elicitUrl','arguments':{},'_meta':{'"
            + META
            + "/protocolVersion':'2026-07-28','"
            + META
            + "/clientInfo':{'name':'t','version':'1'},'"
            + META
            + "/clientCapabilities':{'elicitation':{'form':{},'url':{}}}}}";
    String reply =
        SERVER
            .client()
            .post("/mcp", JsonRpcMessages.request(1, "tools/call", params))
            .header("Authorization", "Bearer " + token)
            .header("MCP-Protocol-Version", "2026-07-28")
            .header("Mcp-Method", "tools/call")
            .header("Mcp-Name", "elicitUrl")
            .send()
            .reply()
            .toString();
    Matcher page = Pattern.compile("/elicitation/[A-Za-z0-9]+").matcher(reply);
    assertThat(page.find()).as(reply).isTrue();
    return page.group();
  }

  @Test
  void onlyTheOwnerSeesAPage() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    String page = page(application.tokens("alice").path("access_token").asText());
    FormBrowser alice = new FormBrowser(SERVER.uri());
    RawResponse first = alice.open(page);
    assertThat(first.status()).isEqualTo(303);
    RawResponse back = OAuthApplication.logIn(alice, alice.open(first.header("Location")), "alice");
    assertThat(back.header("Location")).isEqualTo(SERVER.uri() + page);
    assertThat(alice.open(page).status()).isEqualTo(200);

    FormBrowser bob = new FormBrowser(SERVER.uri());
    OAuthApplication.logIn(bob, bob.open(bob.open(page).header("Location")), "bob");
    RawResponse refused = bob.open(page);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.header("Location")).isNull();
    assertThat(alice.open(page).status()).as("Alice is not affected").isEqualTo(200);
  }

  @Test
  void authenticatedBrowserNeedsNoSecondLogin() {
    OAuthApplication application = OAuthApplication.open(SERVER.uri());
    FormBrowser browser = new FormBrowser(SERVER.uri());
    String code = application.authorize(browser, "alice", application.parameters()).get("code");
    String token = application.redeem(code).json().path("access_token").asText();
    assertThat(browser.open(page(token)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/elicitation/../x",
        "/authorize",
        "",
        "/elicitation/"
      })
  void loginRedirectsToThisServerOnly(String page) {
    RawResponse response =
        new FormBrowser(SERVER.uri())
            .open("/login?" + UrlParameters.encode(UrlParameters.of("page", page)));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Location")).isNull();
  }
}
