package io.everythingmcp.conformance.area.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;

/** The handshake says what the server is and what it can do. */
@Check(
    id = "lifecycle/initialize-result",
    title =
        "The answer to initialize names version, capabilities, and the server's name and version",
    until = Revision.R2025_11_25,
    rule = Spec.LIFECYCLE + "initialization")
final class InitializeResult implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Session.initialize(probe.client(), probe.path(), probe.revision().text(), "{}");
    JsonNode result = reply.result();
    probe.expect(result.path("protocolVersion").isTextual(), "protocolVersion, a string", reply);
    probe.expect(result.path("capabilities").isObject(), "capabilities, an object", reply);
    probe.expect(result.at("/serverInfo/name").isTextual(), "serverInfo.name, a string", reply);
    probe.expect(
        result.at("/serverInfo/version").isTextual(), "serverInfo.version, a string", reply);
  }
}
