package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RedisServer;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
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

/**
 * Every page of the server that needs no login, with the rules of axe-core and of {@link
 * PageRules}, at 1280 and 390 pixels, in light and in dark colours. {@link SignInPagesIT} and
 * {@link CheckPagesIT} do the same for the pages of a login and of the client check; {@link
 * PageRulesIT} has a page that breaks each rule.
 */
@BrowserTest
class AccessibilityIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");

  @RegisterExtension
  static final SharedServer MOUNTS =
      SharedServer.with(ServerLaunch.with().config("docs/demos/mounts.yml"));

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static final Map<String, Consumer<BrowserUser>> PAGES =
      Map.ofEntries(
          page("home", "/"),
          Map.entry(
              "home-unfolded",
              browserUser -> {
                browserUser.open(SERVER.uri());
                browserUser.unfold();
              }),
          page("endpoint", "/mcp"),
          page("endpoint-sse", "/sse"),
          page("endpoint-message", "/message"),
          Map.entry("mounts-home", browserUser -> browserUser.open(MOUNTS.uri())),
          Map.entry("mount", browserUser -> browserUser.open(MOUNTS.uri() + "/mcp/readonly")),
          Map.entry("mount-open", browserUser -> browserUser.open(MOUNTS.uri() + "/mcp/public")),
          page("not-found", "/nothing/at/all"),
          page("not-found-similar", "/SSE/"),
          page("not-found-long", "/" + "pangolin".repeat(40)),
          page("elicitation-unknown", "/elicitation/abc"),
          Map.entry("elicitation", AccessibilityIT::question),
          Map.entry("elicitation-accepted", browserUser -> decide(browserUser, "approve")),
          Map.entry("elicitation-declined", browserUser -> decide(browserUser, "deny")),
          Map.entry(
              "elicitation-accepted-before",
              browserUser -> {
                decide(browserUser, "approve");
                browserUser.open(browserUser.page().url());
              }),
          Map.entry(
              "elicitation-form-of-another-browser",
              browserUser -> {
                question(browserUser);
                browserUser.context().clearCookies();
                browserUser.page().click("button[value=approve]");
              }));

  private static Map.Entry<String, Consumer<BrowserUser>> page(String name, String path) {
    return Map.entry(name, browserUser -> browserUser.open(SERVER.uri() + path));
  }

  private static void question(BrowserUser browserUser) {
    browserUser.open(ElicitationTool.call(SERVER.client()).page());
  }

  private static void decide(BrowserUser browserUser, String decision) {
    question(browserUser);
    browserUser.page().click("button[value=" + decision + "]");
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

  @Test
  void homePageOfADegradedServerConformsToTheRules() {
    RedisServer redis = RedisServer.start();
    try (ServerProcess server =
        ServerLaunch.with("STORE", "redis", "REDIS_URL", redis.url()).start()) {
      redis.close();
      for (ViewportSize device : List.of(ViewportSize.DESKTOP, ViewportSize.PHONE)) {
        BrowserUser browserUser = CHROMIUM.createUser(device);
        browserUser.open(server.uri());
        browserUser.page().waitForSelector(".pill.degraded");
        assertThat(browserUser.page().locator(".warning").textContent()).contains("REDIS_URL");
        assertThat(PageRules.faults(browserUser, "home-degraded", device)).isEmpty();
      }
    }
  }

  @Test
  void darkColourSchemeHasADarkBackground() {
    String background =
        "() => getComputedStyle(document.querySelector('main > *')).backgroundColor";
    BrowserUser light = CHROMIUM.createUser(ViewportSize.DESKTOP);
    light.open(SERVER.uri());
    BrowserUser dark = CHROMIUM.createUser(ViewportSize.DARK);
    dark.open(SERVER.uri());
    assertThat(light.page().evaluate(background)).isEqualTo("rgb(255, 255, 255)");
    assertThat(dark.page().evaluate(background)).isEqualTo("rgb(28, 28, 38)");
  }
}
