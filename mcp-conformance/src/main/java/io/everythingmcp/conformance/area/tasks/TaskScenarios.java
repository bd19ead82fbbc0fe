package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class TaskScenarios {
  private TaskScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new TaskCreated(),
        new TaskFound(),
        new TaskListed(),
        new TaskResult(),
        new TaskCancelled(),
        new TaskCancelledTwice(),
        new TaskUnknown(),
        new TaskForbidden(),
        new ExtensionCreated(),
        new ExtensionFound(),
        new ExtensionCompletes(),
        new ExtensionCancelled(),
        new ExtensionUndeclaredCall(),
        new ExtensionUndeclaredGet(),
        new ExtensionUnknown(),
        new ExtensionHeader(),
        new ExtensionResultRemoved());
  }
}
