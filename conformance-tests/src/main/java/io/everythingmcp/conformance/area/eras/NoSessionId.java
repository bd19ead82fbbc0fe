package io.everythingmcp.conformance.area.eras;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** There are no sessions any more. */
@Check(
    id = "eras/no-session-id",
    title = "A session id is ignored, and none is given",
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS_HTTP + "earlier-streamable-http-revisions")
final class NoSessionId implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    Reply reply =
        talk.send(talk.asking("server/discover", "{}").header("Mcp-Session-Id", "not-a-session"));
    probe.expect(reply.hasResult(), "a result, whatever the session id is", reply);
    String id = reply.response().header("Mcp-Session-Id");
    probe.expect(id == null, "no Mcp-Session-Id in the answer", id);
  }
}
