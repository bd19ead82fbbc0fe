package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;
import io.everythingmcp.conformance.talk.ToolCall;

/** What a client can do is said with each request. */
@Check(
    id = "eras/no-capability-remembered",
    title = "A capability of an earlier request does not count for a later one",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS + "statelessness",
    needs = Need.TOOL_ASKS)
final class NoCapabilityRemembered implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless able = probe.stateless("{'elicitation':{}}");
    ToolCall call = probe.tool(Role.ASKS);
    Reply first = able.call(call);
    probe.onlyIf(
        first.result().path("resultType").asText().equals("input_required"),
        "the tool did not ask anything");
    Reply second = able.declaring("{}").call(call);
    boolean asked = second.result().path("inputRequests").toString().contains("elicitation/create");
    probe.expect(!asked, "no question to a client that cannot be asked", second);
    if (second.code() == -32021) {
      JsonNode needed = second.message().at("/error/data/requiredCapabilities");
      probe.expect(
          second.status() == 400 && needed.isObject(),
          "HTTP 400 and data.requiredCapabilities, an object, with -32021",
          second);
    }
  }
}
