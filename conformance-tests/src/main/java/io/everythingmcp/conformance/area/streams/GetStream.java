package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.scenario.Unmet;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** GET opens a stream, or says that there is none. */
@Check(
    id = "streams/get-stream",
    title = "GET is answered with an event stream, or with 405",
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = Spec.TRANSPORTS + "listening-for-messages-from-the-server")
final class GetStream implements Scenario {
  @Override
  public void run(Probe probe) {
    Session session = probe.session();
    RawResponse response;
    try {
      response = session.get().send();
    } catch (AssertionError e) {
      throw new Unmet("the head of an answer: text/event-stream, or 405", e.getMessage());
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
