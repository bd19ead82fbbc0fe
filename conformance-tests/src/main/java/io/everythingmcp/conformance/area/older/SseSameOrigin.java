package io.everythingmcp.conformance.area.older;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;
import java.net.URI;
import java.util.Objects;

/** Messages go where the stream comes from. */
@Check(
    id = "older/sse-same-origin",
    title = "The address for messages has the origin of the stream",
    level = Level.SHOULD,
    until = Revision.R2025_11_25,
    rule = Spec.HTTP_SSE + "http-with-sse",
    needs = Need.HTTP_SSE)
final class SseSameOrigin implements Scenario {
  @Override
  public void run(Probe probe) {
    URI sse = probe.profile().sse();
    try (HttpSse connection = HttpSse.connect(probe.client(), sse)) {
      URI messages = connection.messages();
      probe.expect(
          Objects.equals(messages.getHost(), sse.getHost()) && messages.getPort() == sse.getPort(),
          "the origin of " + sse,
          messages);
    }
  }
}
