package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page conforms to the rules on each device. */
@BrowserTest
class BrowserPagesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static final Map<String, Supplier<Object>> PAGES =
      Map.of(
          "splash", () -> SERVER.uri() + "/",
          "elicitation", () -> ElicitationTool.call(SERVER.client()).page(),
          "not-found", () -> SERVER.uri() + "/nothing/at/all",
          "no-such-question", () -> SERVER.uri() + "/elicitation/abc");

  static Stream<Arguments> pages() {
    return ViewportSize.each(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageKeepsToTheRules(String name, ViewportSize device) {
    BrowserUser browserUser = CHROMIUM.createUser(device);
    browserUser.open(PAGES.get(name).get());
    assertThat(browserUser.page().locator("h1").count()).isEqualTo(1);
    assertThat(PageRules.faults(browserUser, name, device)).isEmpty();
  }

  @Test
  void inTheDarkThePageIsDark() {
    String ground = "() => getComputedStyle(document.querySelector('main > *')).backgroundColor";
    BrowserUser byDay = CHROMIUM.createUser(ViewportSize.DESKTOP);
    byDay.open(SERVER.uri());
    BrowserUser byNight = CHROMIUM.createUser(ViewportSize.DARK);
    byNight.open(SERVER.uri());
    assertThat(byDay.page().evaluate(ground)).isEqualTo("rgb(255, 255, 255)");
    assertThat(byNight.page().evaluate(ground)).isEqualTo("rgb(28, 28, 38)");
  }

  @Test
  void everythingToPressCanBeReachedWithTheKeyboardAndShowsWhereOneIs() {
    for (Object page : List.of(SERVER.uri(), ElicitationTool.call(SERVER.client()).page())) {
      BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
      browserUser.open(page);
      assertThat(KeyboardUser.unreachable(browserUser)).isEmpty();
    }
  }
}
