package io.everythingmcp.conformance.area.requests;

import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.server.ToolRole;

/** Calls that take long enough to be cancelled. */
final class CancellableCalls {
  private CancellableCalls() {}

  /** Returns a call that has sent a progress notification. */
  static SseStream begun(ScenarioContext probe, StatefulClient session, String id) {
    RawResponse response = session.post(probe.tool(ToolRole.SLOW).message(id, "of-" + id)).send();
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    SseStream stream = probe.streamOf(response);
    stream.message(m -> m.path("method").asText().equals("notifications/progress"));
    return stream;
  }
}
