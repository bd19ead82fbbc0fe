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
@InBrowser
class PagesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Map<String, Supplier<Object>> PAGES =
      Map.of(
          "splash", () -> SERVER.uri() + "/",
          "elicitation", () -> Question.ask(SERVER.client()).page(),
          "not-found", () -> SERVER.uri() + "/nothing/at/all",
          "no-such-question", () -> SERVER.uri() + "/elicitation/abc");

  static Stream<Arguments> pages() {
    return Device.each(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageKeepsToTheRules(String name, Device device) {
    Visitor visitor = CHROMIUM.visitor(device);
    visitor.open(PAGES.get(name).get());
    assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
    assertThat(PageRules.faults(visitor, name, device)).isEmpty();
  }

  @Test
  void inTheDarkThePageIsDark() {
    String ground = "() => getComputedStyle(document.querySelector('main > *')).backgroundColor";
    Visitor byDay = CHROMIUM.visitor(Device.DESKTOP);
    byDay.open(SERVER.uri());
    Visitor byNight = CHROMIUM.visitor(Device.DARK);
    byNight.open(SERVER.uri());
    assertThat(byDay.page().evaluate(ground)).isEqualTo("rgb(255, 255, 255)");
    assertThat(byNight.page().evaluate(ground)).isEqualTo("rgb(28, 28, 38)");
  }

  @Test
  void everythingToPressCanBeReachedWithTheKeyboardAndShowsWhereOneIs() {
    for (Object page : List.of(SERVER.uri(), Question.ask(SERVER.client()).page())) {
      Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
      visitor.open(page);
      assertThat(Keyboard.unreachable(visitor)).isEmpty();
    }
  }
}
