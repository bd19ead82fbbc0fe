package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** The HTTP+SSE transport requires credentials too. */
@ConformanceCheck(
    id = "isolation/no-credentials-sse",
    title = "HTTP+SSE without credentials is refused with 401, the stream and the messages",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.AUTHORIZATION + "token-requirements",
    requires = {ServerPrerequisite.PROTECTION, ServerPrerequisite.HTTP_SSE})
final class NoCredentialsSse implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    RawResponse stream = probe.anonymous().at(probe.profile().sse()).get("").send();
    if (stream.isStream()) {
      probe.streamOf(stream);
    }
    probe.expect(stream.status() == 401, "HTTP 401 to the stream", "HTTP " + stream.status());
    HttpSseClient mine = probe.httpSse(probe.rawClient());
    RawResponse message = mine.post(probe.anonymous(), JsonRpcMessages.request(1, "ping"));
    probe.expect(message.status() == 401, "HTTP 401 to a message", message);
  }
}
