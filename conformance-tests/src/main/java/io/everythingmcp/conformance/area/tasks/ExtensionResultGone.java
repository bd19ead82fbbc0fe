package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** Methods of the older tasks are not there. */
@Check(
    id = "tasks/extension-result-gone",
    title = "tasks/result is answered with 404 and -32601 in 2026-07-28",
    since = Revision.R2026_07_28,
    rule = Spec.TASKS_EXTENSION + "overview",
    needs = Need.TASKS)
final class ExtensionResultGone implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Extension.ask(probe.talk(Extension.DECLARED), "tasks/result", "any");
    probe.expect(
        reply.status() == 404 && reply.code() == -32601, "HTTP 404 with error -32601", reply);
  }
}
