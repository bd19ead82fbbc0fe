package io.everythingmcp.conformance.area.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.concurrent.atomic.AtomicInteger;

/** In a session, a malformed response is rejected. */
@ConformanceCheck(
    id = "mrtr/input-response-malformed-in-session",
    title = "A malformed elicitation result does not succeed",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_06_18,
    until = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.R2025 + "client/elicitation#security-considerations",
    requires = ServerPrerequisite.TOOL_ELICITATION)
final class InputResponseMalformedInSession implements Scenario {
  private static final String MALFORMED = "{'action':'accept','content':7}";

  @Override
  public void run(ScenarioContext probe) {
    StatefulClient session = probe.session(RoundTripSteps.ABLE);
    AtomicInteger elicitations = new AtomicInteger();
    McpResponse reply =
        McpResponse.of(
            session.calling(probe.tool(ToolRole.ELICITATION)).send(),
            request -> respond(session, request, elicitations));
    probe.assumeThat(elicitations.get() > 0, "the tool required no input");
    probe.expect(!reply.hasResult() || reply.toolFailed(), "an error", reply);
  }

  private static void respond(
      StatefulClient session, JsonNode request, AtomicInteger elicitations) {
    if (!request.path("method").asText().equals("elicitation/create")) {
      session.respond(request);
      return;
    }
    elicitations.incrementAndGet();
    ObjectNode responseMessage = JsonRpcMessages.result(request.get("id"), "{}");
    responseMessage.set("result", JsonTrees.object(MALFORMED));
    session.post(responseMessage).send().text();
  }
}
