package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** Each result says who gave it. */
@Check(
    id = "eras/server-info",
    title = "Each result names the server in its _meta",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.STATELESS + "_meta")
final class ServerInfo implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    for (String method : Cacheable.methods(talk)) {
      Reply reply = talk.ask(method);
      JsonNode info = reply.result().path("_meta").path("io.modelcontextprotocol/serverInfo");
      probe.expect(info.path("name").isTextual(), "serverInfo in the result of " + method, reply);
    }
  }
}
