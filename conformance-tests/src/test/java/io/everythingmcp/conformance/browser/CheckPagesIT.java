package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the client check, from the list of presets to the report to share, conform to the
 * rules of {@link PageRules}. A run is started in the browser, and a scripted client that breaks
 * rules calls its URL.
 */
@BrowserTest
class CheckPagesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static final Map<String, Consumer<BrowserUser>> PAGES =
      Map.of(
          "check-start", browserUser -> browserUser.open(SERVER.uri() + "/check"),
          "check-start-unfolded",
              browserUser -> {
                browserUser.open(SERVER.uri() + "/check");
                browserUser.unfold();
              },
          "check-run-new", browserUser -> begin(browserUser, "everything"),
          "check-run-oauth", CheckPagesIT::withoutToken,
          "check-run-findings", CheckPagesIT::broken,
          "check-run-timeline",
              browserUser -> {
                broken(browserUser);
                browserUser.unfold();
              },
          "check-run-finished", CheckPagesIT::finished,
          "check-report",
              browserUser -> {
                finished(browserUser);
                browserUser.page().click("a[href$='/report.html']");
                browserUser.unfold();
              },
          "check-run-deleted",
              browserUser -> {
                URI run = begin(browserUser, "plain");
                browserUser.page().click("form[action$='/delete'] button");
                browserUser.open(run.resolve("."));
              },
          "check-run-unknown",
              browserUser -> browserUser.open(SERVER.uri() + "/check/runs/" + "0".repeat(32)));

  /** Starts a run of a preset; returns its MCP URL. */
  private static URI begin(BrowserUser browserUser, String preset) {
    browserUser.open(SERVER.uri() + "/check");
    browserUser.page().click("form:has(input[value='" + preset + "']) button");
    return URI.create(browserUser.page().locator("#url").textContent());
  }

  private static void withoutToken(BrowserUser browserUser) {
    post(begin(browserUser, "oauth"), JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    browserUser.open(browserUser.page().url());
  }

  /** A client that uses one id twice and omits a header. */
  private static void broken(BrowserUser browserUser) {
    URI mcp = begin(browserUser, "plain");
    String session = post(mcp, JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    post(mcp, JsonRpcMessages.notification("notifications/initialized"), session);
    post(mcp, JsonRpcMessages.request("twice", "tools/list"), session);
    post(mcp, JsonRpcMessages.request("twice", "ping"), session);
    post(mcp, JsonRpcMessages.call(3, "echo", "{'message':'" + "long ".repeat(60) + "'}"), session);
    browserUser.open(browserUser.page().url());
  }

  private static void finished(BrowserUser browserUser) {
    broken(browserUser);
    browserUser.page().click("form[action$='/finish'] button");
    browserUser.page().waitForSelector(".state.finished");
  }

  private static String post(URI mcp, Object message, String session) {
    var request =
        SERVER
            .client()
            .request("POST", mcp.getPath())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .body(message.toString().getBytes(StandardCharsets.UTF_8));
    return (session.isEmpty() ? request : request.header("Mcp-Session-Id", session))
        .send()
        .header("Mcp-Session-Id");
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
    assertThat(KeyboardUser.unreachable(browserUser)).isEmpty();
  }
}
