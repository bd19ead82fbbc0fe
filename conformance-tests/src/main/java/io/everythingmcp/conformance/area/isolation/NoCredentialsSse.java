package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;

/** The older transport is not a way around. */
@Check(
    id = "isolation/no-credentials-sse",
    title = "HTTP+SSE without credentials is refused with 401, the stream and the messages",
    until = Revision.R2025_11_25,
    rule = Spec.AUTHORIZATION + "token-requirements",
    needs = {Need.PROTECTION, Need.HTTP_SSE})
final class NoCredentialsSse implements Scenario {
  @Override
  public void run(Probe probe) {
    RawResponse stream = probe.anonymous().at(probe.profile().sse()).get("").send();
    if (stream.isStream()) {
      probe.streamOf(stream);
    }
    probe.expect(stream.status() == 401, "HTTP 401 to the stream", "HTTP " + stream.status());
    HttpSse mine = probe.httpSse(probe.client());
    RawResponse message = mine.post(probe.anonymous(), Rpc.request(1, "ping"));
    probe.expect(message.status() == 401, "HTTP 401 to a message", message);
  }
}
