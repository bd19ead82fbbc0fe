package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class ErrorScenarios {
  private ErrorScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new StringId(),
        new NumberId(),
        new ErrorFormat(),
        new UnknownMethodInSession(),
        new MalformedJson(),
        new NoNullId(),
        new InvalidRequest(),
        new UnknownTool(),
        new CallWithoutName(),
        new ArgumentsInvalid(),
        new UnknownPrompt(),
        new PromptArgumentMissing(),
        new UnknownResourceInSession(),
        new UnknownResourceStateless(),
        new NoInternalDetails());
  }
}
