package io.everythingmcp.conformance.area.paging;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;

/** A cursor that the server never gave. */
@Check(
    id = "paging/cursor-invalid",
    title = "A cursor that the server never gave is answered with -32602",
    level = Level.SHOULD,
    rule = Spec.PAGINATION + "error-handling")
final class CursorInvalid implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    Reply reply = Pages.page(talk, Pages.any(talk), "no-cursor-of-yours");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
