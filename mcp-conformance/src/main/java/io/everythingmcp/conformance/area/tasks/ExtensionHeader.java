package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Mcp-Name must match the task. */
@ConformanceCheck(
    id = "tasks/extension-header",
    title = "tasks/get whose Mcp-Name is not the task is refused with -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.TASKS_EXTENSION + "streamable-http",
    requires = ServerPrerequisite.TASKS)
final class ExtensionHeader implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client(TaskExtensionSteps.DECLARED);
    RawRequest request =
        talk.prepareRequest("tasks/get", "{'taskId':'this-task'}").header("Mcp-Name", "that-task");
    McpResponse reply = talk.send(request);
    probe.expect(
        reply.status() == 400 && reply.code() == -32020, "HTTP 400 with error -32020", reply);
  }
}
