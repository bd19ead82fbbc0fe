package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** A result says what kind it is. */
@Check(
    id = "eras/result-type",
    title = "Each result has a resultType",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS + "resulttype")
final class ResultTypes implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    for (String method : Cacheable.methods(talk)) {
      Reply reply = talk.ask(method);
      probe.expect(
          reply.result().path("resultType").asText().equals("complete"),
          "resultType \"complete\" in the result of " + method,
          reply);
    }
    if (!probe.lists().tools().isEmpty()) {
      Reply reply = talk.call(probe.harmlessTool());
      probe.onlyIf(reply.hasResult(), "the call of a tool failed");
      probe.expect(
          reply.result().path("resultType").isTextual(),
          "resultType in the result of a call",
          reply);
    }
  }
}
