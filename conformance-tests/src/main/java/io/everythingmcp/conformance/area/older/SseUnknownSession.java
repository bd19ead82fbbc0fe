package io.everythingmcp.conformance.area.older;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.HttpSse;
import io.everythingmcp.conformance.talk.Revision;
import java.net.URI;

/** An address that was never given. */
@Check(
    id = "older/sse-unknown-session",
    title = "A message to an address with another session than the one given is refused",
    until = Revision.R2025_11_25,
    rule = Spec.HTTP_SSE + "http-with-sse",
    needs = Need.HTTP_SSE)
final class SseUnknownSession implements Scenario {
  @Override
  public void run(Probe probe) {
    HttpSse connection = probe.httpSse(probe.client());
    String address = connection.messages().toString();
    String other = address.replaceAll("[0-9a-f](?=[0-9a-f]{0,7}$)", "0");
    probe.onlyIf(!other.equals(address), "the address does not end with an id that can be changed");
    RawResponse response =
        probe.client().at(URI.create(other)).post("", Rpc.request(1, "ping")).send();
    response.text();
    probe.expect(response.status() / 100 == 4, "HTTP 404 or 400", response);
  }
}
