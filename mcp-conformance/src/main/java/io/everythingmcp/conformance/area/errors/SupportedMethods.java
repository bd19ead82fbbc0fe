package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.util.List;

/** Methods with a response on every server. */
final class SupportedMethods {
  private SupportedMethods() {}

  /** One with a result, and one with an error. */
  static List<String> of(ScenarioContext probe) {
    String good = probe.revision().hasSessions() ? "ping" : "server/discover";
    return List.of(good, "conformance/no-such-method");
  }
}
