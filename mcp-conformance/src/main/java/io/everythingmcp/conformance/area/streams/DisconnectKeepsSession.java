package io.everythingmcp.conformance.area.streams;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A closed connection is not a cancellation. */
@ConformanceCheck(
    id = "streams/disconnect-keeps-session",
    title = "A session continues when the stream of a request is closed",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server",
    requires = ServerPrerequisite.TOOL_PROGRESS)
final class DisconnectKeepsSession implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session();
    SseStream stream = StreamingCalls.progressing(probe, session, "disconnected");
    stream.next();
    stream.close();
    McpResponse reply = session.callMethod("ping");
    probe.expect(reply.hasResult(), "a response to a ping after the stream was interrupted", reply);
  }
}
