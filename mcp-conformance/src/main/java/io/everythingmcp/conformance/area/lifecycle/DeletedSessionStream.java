package io.everythingmcp.conformance.area.lifecycle;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A GET stream of a deleted session is rejected. */
@ConformanceCheck(
    id = "lifecycle/deleted-session-stream",
    title = "A stream of a session that was deleted is refused with 404",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "session-management",
    requires = ServerPrerequisite.SESSION_ID)
final class DeletedSessionStream implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    int status = session.delete().send().status();
    probe.assumeThat(status != 405, "the server does not let clients end sessions (405)");
    RawResponse response = session.get().send();
    probe.assumeThat(response.status() != 405, "the server does not support the GET stream (405)");
    boolean stream = response.isStream() && response.status() == 200;
    if (stream) {
      response.events().close();
    }
    probe.expect(response.status() == 404, "404", stream ? "a stream" : response);
  }
}
