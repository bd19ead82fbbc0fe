package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class InstanceScenarios {
  private InstanceScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new SessionElsewhere(),
        new SessionDeletedElsewhere(),
        new StreamResumedElsewhere(),
        new ResponseElsewhere(),
        new ListChangedElsewhere(),
        new RequestStateElsewhere());
  }
}
