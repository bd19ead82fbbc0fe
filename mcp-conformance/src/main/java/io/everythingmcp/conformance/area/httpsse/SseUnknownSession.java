package io.everythingmcp.conformance.area.httpsse;

import io.everythingmcp.conformance.client.HttpSseClient;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.net.URI;

/** An unknown message endpoint is rejected. */
@ConformanceCheck(
    id = "httpsse/sse-unknown-session",
    title = "A message to an address with an unknown session is refused",
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.HTTP_SSE + "http-with-sse",
    requires = ServerPrerequisite.HTTP_SSE)
final class SseUnknownSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    HttpSseClient connection = probe.httpSse(probe.rawClient());
    String address = connection.messages().toString();
    String other = address.replaceAll("[0-9a-f](?=[0-9a-f]{0,7}$)", "0");
    probe.assumeThat(
        !other.equals(address), "the address does not end with an id that can be changed");
    RawResponse response =
        probe.rawClient().at(URI.create(other)).post("", JsonRpcMessages.request(1, "ping")).send();
    response.text();
    probe.expect(response.status() / 100 == 4, "HTTP 404 or 400", response);
  }
}
