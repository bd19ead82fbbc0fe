package io.everythingmcp.conformance.area.mrtr;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class MrtrScenarios {
  private MrtrScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new InputRequiredResult(),
        new OnlyDeclaredInputRequests(),
        new InputResponsesComplete(),
        new InputResponseMissing(),
        new InputResponseUnknown(),
        new InputResponseMalformed(),
        new InputResponseMalformedInSession(),
        new RequestStateTampered(),
        new RequestStateForged(),
        new RequestStateOfOtherCall());
  }
}
