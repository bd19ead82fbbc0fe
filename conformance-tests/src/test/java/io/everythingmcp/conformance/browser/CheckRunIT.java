package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A run of the client check in a browser, from its start to the shared report. */
@BrowserTest
class CheckRunIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static Page start(BrowserUser browserUser, String preset) {
    browserUser.open(SERVER.uri() + "/check");
    browserUser.page().click("button[name=preset][value='" + preset + "']");
    return browserUser.page();
  }

  private static String post(Page page, Object message, String session) {
    var request =
        SERVER
            .client()
            .request("POST", URI.create(page.locator("#url").textContent()).getPath())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .body(message.toString().getBytes(StandardCharsets.UTF_8));
    if (!session.isEmpty()) {
      request = request.header("Mcp-Session-Id", session);
      request = request.header("MCP-Protocol-Version", "2025-11-25");
    }
    return request.send().header("Mcp-Session-Id");
  }

  /** Uses one id twice. */
  private static void violate(Page page) {
    String session = post(page, JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    post(page, JsonRpcMessages.notification("notifications/initialized"), session);
    post(page, JsonRpcMessages.request("twice", "tools/list"), session);
    post(page, JsonRpcMessages.request("twice", "ping"), session);
  }

  @Test
  void runIsFollowedLiveFinishedAndShared() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    Page page = start(browserUser, "plain");
    assertThat(page.locator("#headline")).containsText("Nothing has arrived yet");
    assertThat(page.locator(".next .step")).containsText("Connect your client");
    assertThat(page.locator("#lines")).containsText("claude mcp add");
    violate(page);
    assertThat(page.locator("#timeline .exchange")).hasCount(4);
    assertThat(page.locator(".finding.FAILURE")).containsText("No id is used twice in a session");
    assertThat(page.locator(".finding.FAILURE dl")).containsText("To correct");
    assertThat(page.locator(".next .step")).containsText("echo");
    page.click(".finding.FAILURE dd a[href='#4']");
    assertThat(page.url()).endsWith("#4");
    assertThat(page.locator("[id='4'].marked .sides")).isVisible();
    assertThat(page.locator("[id='4'] .mark")).containsText("B03");
    page.click(".next form[action$='/finish'] button");
    assertThat(page.locator(".state")).hasText("finished");
    assertThat(page.locator("#headline")).containsText("violated");
    page.click(".actions a[href$='/report.html']");
    assertThat(page.locator("h1")).containsText("violated");
    String file = page.content();
    assertThat(file).doesNotContain("<script").doesNotContain("<link");
    page.setContent(file);
    assertThat(page.locator(".finding.FAILURE")).isVisible();
    page.click("label:has(#show-SUCCESS)");
    assertThat(page.locator(".finding.FAILURE")).isHidden();
    assertThat(browserUser.refused()).isEmpty();
  }

  @Test
  void numbersAndPhasesFilterByKeyboardAndWithoutScripts() {
    for (ViewportSize device : List.of(ViewportSize.DESKTOP, ViewportSize.WITHOUT_SCRIPTS)) {
      Page page = start(CHROMIUM.createUser(device), "plain");
      violate(page);
      page.navigate(page.url());
      page.focus("#show-all");
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("#show-FAILURE")).isChecked();
      assertThat(page.locator(".group.FAILURE")).isVisible();
      assertThat(page.locator(".group.SUCCESS")).isHidden();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".none")).isVisible();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator(".finding.SUCCESS").first()).isVisible();
      page.check("#phase-session");
      assertThat(page.locator("[id='1']")).isVisible();
      assertThat(page.locator("[id='4']")).isHidden();
    }
  }

  @Test
  void addressOfAnExchangeOpensItAndEndsFiltersThatHideIt() {
    Page page = start(CHROMIUM.createUser(ViewportSize.DESKTOP), "plain");
    violate(page);
    page.navigate(page.url() + "#4");
    page.reload();
    assertThat(page.locator("[id='4'] .sides")).isVisible();
    page.check("#phase-session");
    assertThat(page.locator("[id='4']")).isHidden();
    page.locator("a[href='#4']").first().evaluate("link => link.click()");
    assertThat(page.locator("[id='4']")).isVisible();
    assertThat(page.locator("#phase-all")).isChecked();
  }

  @Test
  void selectionSurvivesWhatArrives() {
    Page page = start(CHROMIUM.createUser(ViewportSize.DESKTOP), "plain");
    String session = post(page, JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    assertThat(page.locator("#timeline .exchange")).hasCount(1);
    page.click("[id='1'] summary");
    page.check("#phase-session");
    page.focus("#show-SUCCESS");
    post(page, JsonRpcMessages.notification("notifications/initialized"), session);
    assertThat(page.locator("#timeline .exchange")).hasCount(2);
    assertThat(page.locator("#phase-session")).isChecked();
    assertThat(page.locator("[id='1'] .sides")).isVisible();
    assertThat(page.locator("#show-SUCCESS")).isFocused();
  }
}
