package io.everythingmcp.conformance.area.tasks;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.List;

/** A task that does not exist. */
@Check(
    id = "tasks/unknown",
    title = "A task that does not exist is answered with -32602, by get and by result",
    since = Revision.R2025_11_25,
    until = Revision.R2025_11_25,
    rule = Spec.TASKS + "protocol-errors",
    needs = Need.TASKS)
final class TaskUnknown implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    for (String method : List.of("tasks/get", "tasks/result")) {
      Reply reply = Work.ask(session, method, "no-such-task");
      probe.expect(reply.code() == -32602, "error -32602 to " + method, reply);
    }
  }
}
