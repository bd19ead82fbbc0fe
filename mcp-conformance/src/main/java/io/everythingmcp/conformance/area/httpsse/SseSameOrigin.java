package io.everythingmcp.conformance.area.httpsse;

import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.net.URI;
import java.util.Objects;

/** The message endpoint has the origin of the stream. */
@ConformanceCheck(
    id = "httpsse/sse-same-origin",
    title = "The address for messages has the origin of the stream",
    level = RequirementLevel.SHOULD,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.HTTP_SSE + "http-with-sse",
    requires = ServerPrerequisite.HTTP_SSE)
final class SseSameOrigin implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    URI sse = probe.profile().sse();
    try (HttpSseClient connection = HttpSseClient.connect(probe.rawClient(), sse)) {
      URI messages = connection.messages();
      probe.expect(
          Objects.equals(messages.getHost(), sse.getHost()) && messages.getPort() == sse.getPort(),
          "the origin of " + sse,
          messages);
    }
  }
}
