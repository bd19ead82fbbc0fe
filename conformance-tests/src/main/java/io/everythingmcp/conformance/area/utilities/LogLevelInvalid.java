package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;

/** A level that does not exist. */
@Check(
    id = "utilities/log-level-invalid",
    title = "A log level that does not exist is refused with -32602",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.LOGGING + "error-handling",
    needs = Need.LOGGING)
final class LogLevelInvalid implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.session().ask("logging/setLevel", "{'level':'loud'}");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
