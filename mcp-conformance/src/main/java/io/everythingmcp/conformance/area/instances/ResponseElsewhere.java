package io.everythingmcp.conformance.area.instances;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseStream;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/** The response to a server-to-client request is sent to another instance. */
@ConformanceCheck(
    id = "instances/response-elsewhere",
    title = "A server-to-client request of one instance accepts the response at the other",
    since = SpecRevision.R2025_06_18,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TRANSPORTS + "sending-messages-to-the-server",
    requires = {
      ServerPrerequisite.SECOND_INSTANCE,
      ServerPrerequisite.SESSION_ID,
      ServerPrerequisite.TOOL_ELICITATION
    })
final class ResponseElsewhere implements Scenario {
  private static final int INPUT_REQUESTS = 5;

  @Override
  public void run(ScenarioContext probe) {
    StatefulClient here = probe.session("{'elicitation':{}}");
    RawResponse response = here.calling(probe.tool(ToolRole.ELICITATION)).send();
    probe.assumeThat(response.isStream(), "the response to the call is not a stream");
    SseStream stream = probe.streamOf(response);
    StatefulClient there = here.by(probe.otherInstance(), probe.otherPath());
    for (int i = 0; i < INPUT_REQUESTS; i++) {
      JsonNode message = stream.message(m -> m.has("id"));
      if (message.has("result")) {
        return;
      }
      there.respond(message);
    }
    probe.expect(
        false,
        "the result after at most " + INPUT_REQUESTS + " input requests",
        "another input request");
  }
}
