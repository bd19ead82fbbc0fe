package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Session;

/** Calls that take long enough to be cancelled. */
final class Cancelling {
  private Cancelling() {}

  /** A call that has told of progress already. */
  static SseStream begun(Probe probe, Session session, String id) {
    RawResponse response = session.post(probe.tool(Role.SLOW).message(id, "of-" + id)).send();
    probe.onlyIf(response.isStream(), "the call is answered without a stream");
    SseStream stream = probe.streamOf(response);
    stream.message(m -> m.path("method").asText().equals("notifications/progress"));
    return stream;
  }
}
