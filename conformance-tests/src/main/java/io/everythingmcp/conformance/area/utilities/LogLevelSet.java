package io.everythingmcp.conformance.area.utilities;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.List;

/** A level can be set. */
@Check(
    id = "utilities/log-level-set",
    title = "Setting a log level is answered with an empty result",
    until = Revision.R2025_11_25,
    rule = Spec.LOGGING + "setting-log-level",
    needs = Need.LOGGING)
final class LogLevelSet implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    for (String level : List.of("debug", "notice", "emergency")) {
      Reply reply = session.ask("logging/setLevel", "{'level':'" + level + "'}");
      probe.expect(reply.result().isObject(), "a result for level " + level, reply);
    }
  }
}
