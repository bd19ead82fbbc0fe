package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;

/** The task is said twice. */
@Check(
    id = "tasks/extension-header",
    title = "tasks/get whose Mcp-Name is not the task is refused with -32020",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "streamable-http",
    needs = Need.TASKS)
final class ExtensionHeader implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk(Extension.DECLARED);
    RawRequest request =
        talk.asking("tasks/get", "{'taskId':'this-task'}").header("Mcp-Name", "that-task");
    Reply reply = talk.send(request);
    probe.expect(
        reply.status() == 400 && reply.code() == -32020, "HTTP 400 with error -32020", reply);
  }
}
