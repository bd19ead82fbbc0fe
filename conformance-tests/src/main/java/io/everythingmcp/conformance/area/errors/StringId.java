package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** An answer has the id of its request. */
@Check(
    id = "errors/string-id",
    title = "An id that is a string comes back as it was, with results and with errors",
    rule = Spec.MESSAGES + "responses")
final class StringId implements Scenario {
  @Override
  public void run(Probe probe) {
    String id = "id-\u00e9-42";
    for (String method : Always.answered(probe)) {
      Talk talk = probe.talk();
      Reply reply = talk.send(talk.post(Rpc.request(id, method)));
      probe.expect(reply.message().path("id").asText().equals(id), "the id " + id, reply);
      probe.expect(reply.message().path("id").isTextual(), "an id that is a string", reply);
    }
  }
}
