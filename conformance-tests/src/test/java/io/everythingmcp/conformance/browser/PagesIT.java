package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each page keeps to the rules, on each device. */
class PagesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with();
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final Map<String, Supplier<Object>> PAGES =
      Map.of(
          "splash", () -> SERVER.uri() + "/",
          "elicitation", () -> Question.ask(SERVER.client()).page(),
          "not-found", () -> SERVER.uri() + "/nothing/at/all",
          "no-such-question", () -> SERVER.uri() + "/elicitation/abc",
          "not-a-page", () -> SERVER.uri() + "/message");

  static Stream<Arguments> pages() {
    return PAGES.keySet().stream()
        .sorted()
        .flatMap(
            page ->
                Stream.of(Device.DESKTOP, Device.DARK, Device.PHONE)
                    .map(device -> Arguments.of(page, device)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thePageKeepsToTheRules(String name, Device device) {
    Visitor visitor = CHROMIUM.visitor(device);
    visitor.open(PAGES.get(name).get());
    visitor.shoot(name + "-" + device.name().toLowerCase(Locale.ROOT));
    assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
    assertThat(PageRules.faults(visitor)).isEmpty();
  }
}
