package io.everythingmcp.conformance.area.paging;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** A cursor is a string. */
@Check(
    id = "paging/cursor-no-string",
    title = "A cursor that is no string is refused as invalid parameters",
    level = Level.SHOULD,
    rule = Spec.PAGINATION + "error-handling")
final class CursorNoString implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    Reply reply = talk.ask(Pages.any(talk), "{'cursor':{'page':7}}");
    probe.expect(reply.code() == -32602 || reply.code() == -32600, "error -32602", reply);
  }
}
