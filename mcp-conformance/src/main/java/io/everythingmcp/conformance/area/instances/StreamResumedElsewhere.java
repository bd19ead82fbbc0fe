package io.everythingmcp.conformance.area.instances;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** A stream is resumed at another instance. */
@ConformanceCheck(
    id = "instances/stream-resumed-elsewhere",
    title = "A stream that was opened at one instance is resumed at the other",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "resumability-and-redelivery",
    requires = {
      ServerPrerequisite.SECOND_INSTANCE,
      ServerPrerequisite.SESSION_ID,
      ServerPrerequisite.TOOL_PROGRESS
    })
final class StreamResumedElsewhere implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatefulClient here = probe.session();
    ToolCall call = probe.tool(ToolRole.PROGRESS);
    RawResponse response = here.post(call.message(here.nextId(), "moves")).send();
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    SseStream stream = probe.streamOf(response);
    SseEvent first = stream.next();
    probe.assumeThat(
        first.id() != null, "events have no ids: the server does not support resumption");
    stream.close();
    RawResponse rest = here.by(probe.otherInstance(), probe.otherPath()).resume(first.id()).send();
    probe.expect(rest.status() == 200 && rest.isStream(), "a stream", "HTTP " + rest.status());
    boolean responded =
        probe
            .streamOf(rest)
            .messageWithin(probe.profile().server().timeout(), m -> m.has("result"))
            .isPresent();
    probe.expect(responded, "the response at the other instance", "nothing");
  }
}
