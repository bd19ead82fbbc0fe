package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class UtilityScenarios {
  private UtilityScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new LogLevelSet(),
        new LogLevelInvalid(),
        new LogLevelRespected(),
        new NoLogsWithoutLevel(),
        new LogsWithRequestedLevel(),
        new CompletionFormat(),
        new CompletionUnknown(),
        new ToolNames(),
        new ToolSchemas(),
        new DeclaredCapabilitiesServed());
  }
}
