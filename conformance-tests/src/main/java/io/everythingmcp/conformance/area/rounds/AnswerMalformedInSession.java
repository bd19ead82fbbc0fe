package io.everythingmcp.conformance.area.rounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import java.util.concurrent.atomic.AtomicInteger;

/** In a session, an answer that does not fit is not taken for one. */
@Check(
    id = "rounds/answer-malformed-in-session",
    title = "An elicitation result of the wrong shape does not lead to success",
    level = Level.SHOULD,
    since = Revision.R2025_06_18,
    until = Revision.R2025_11_25,
    rule = Spec.R2025 + "client/elicitation#security-considerations",
    needs = Need.TOOL_ASKS_LIVE)
final class AnswerMalformedInSession implements Scenario {
  private static final String MALFORMED = "{'action':'accept','content':7}";

  @Override
  public void run(Probe probe) {
    Session session = probe.session(Round.ABLE);
    AtomicInteger asked = new AtomicInteger();
    Reply reply =
        Reply.of(
            session.calling(probe.tool(Role.ASKS_LIVE)).send(),
            request -> answer(session, request, asked));
    probe.onlyIf(asked.get() > 0, "the tool did not ask anything");
    probe.expect(!reply.hasResult() || reply.toolFailed(), "an error", reply);
  }

  private static void answer(Session session, JsonNode request, AtomicInteger asked) {
    if (!request.path("method").asText().equals("elicitation/create")) {
      session.answer(request);
      return;
    }
    asked.incrementAndGet();
    ObjectNode answer = Rpc.result(request.get("id"), "{}");
    answer.set("result", Json.object(MALFORMED));
    session.post(answer).send().text();
  }
}
