package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementViolation;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** GET opens a stream, or returns 405. */
@ConformanceCheck(
    id = "streams/get-stream",
    title = "GET returns an event stream, or with 405",
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "listening-for-messages-from-the-server")
final class GetStream implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    RawResponse response;
    try {
      response = session.get().send();
    } catch (AssertionError e) {
      throw new RequirementViolation("response headers: text/event-stream, or 405", e.getMessage());
    }
    boolean stream = response.status() == 200 && response.isStream();
    if (stream) {
      probe.streamOf(response);
    }
    probe.expect(
        stream || response.status() == 405,
        "text/event-stream, or 405",
        "HTTP " + response.status() + " " + response.type());
  }
}
