package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class RequestScenarios {
  private RequestScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new ProgressToken(),
        new ProgressGrows(),
        new ProgressNumberToken(),
        new ProgressUnasked(),
        new ProgressAfterAnswer(),
        new ProgressOfEach(),
        new CancelledUnanswered(),
        new CancelledStops(),
        new CancelUnknown(),
        new CancelMalformed());
  }
}
