package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** An answer has the id of its request. */
@Check(
    id = "errors/number-id",
    title = "An id that is a number comes back as it was, with results and with errors",
    rule = Spec.MESSAGES + "responses")
final class NumberId implements Scenario {
  @Override
  public void run(Probe probe) {
    for (String method : Always.answered(probe)) {
      Talk talk = probe.talk();
      Reply reply = talk.send(talk.post(Rpc.request(90_210, method)));
      JsonNode id = reply.message().path("id");
      probe.expect(id.isNumber() && id.asInt() == 90_210, "the number 90210 as id", reply);
    }
  }
}
