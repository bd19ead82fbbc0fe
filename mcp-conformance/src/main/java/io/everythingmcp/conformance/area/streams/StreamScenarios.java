package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class StreamScenarios {
  private StreamScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new GetStream(),
        new PrimingEvent(),
        new EventIdsUnique(),
        new StreamResumption(),
        new ResumeOnlyThatStream(),
        new ResumeOnlyThatGetStream(),
        new ResumeOtherSession(),
        new DisconnectKeepsSession(),
        new NoResponseOnGetStream(),
        new OneStreamPerMessage(),
        new StreamEnds(),
        new SsePolling());
  }
}
