package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import java.nio.charset.StandardCharsets;

/** A version that does not exist. */
@Check(
    id = "eras/unsupported-version",
    title = "A version that does not exist is refused with -32022, naming those that are spoken",
    since = Revision.R2026_07_28,
    rule = Spec.VERSIONING + "protocol-version-negotiation")
final class UnsupportedVersion implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    ObjectNode message = Envelope.discover(talk);
    RawRequest ready = talk.post(message);
    message.withObject("/params/_meta").put(Stateless.VERSION, "2099-01-01");
    RawRequest request =
        ready
            .header("MCP-Protocol-Version", "2099-01-01")
            .body(message.toString().getBytes(StandardCharsets.UTF_8));
    Reply reply = talk.send(request);
    Envelope.refused(probe, reply, -32022);
    JsonNode data = reply.message().at("/error/data");
    probe.expect(data.path("supported").size() > 0, "data.supported, not empty", reply);
    probe.expect(data.path("requested").asText().equals("2099-01-01"), "data.requested", reply);
  }
}
