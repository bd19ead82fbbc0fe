package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class RequestScenarios {
  private RequestScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new ProgressToken(),
        new ProgressIncreases(),
        new ProgressNumberToken(),
        new ProgressNotRequested(),
        new ProgressAfterResponse(),
        new ProgressOfConcurrentRequests(),
        new CancelledNoResponse(),
        new CancelledStops(),
        new CancelUnknown(),
        new CancelMalformed());
  }
}
