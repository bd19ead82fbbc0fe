package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;

/** What is no JSON is said to be none. */
@Check(
    id = "errors/malformed-json",
    title = "A body that is no JSON is answered with 400, and -32700 if with an error at all",
    level = Level.SHOULD,
    rule = "https://www.jsonrpc.org/specification#error_object")
final class MalformedJson implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = Broken.body(probe, "{\"jsonrpc\":\"2.0\",\"id\":1,");
    probe.expect(reply.status() == 400, "HTTP 400", reply);
    probe.expect(reply.code() == -32700 || reply.message().isMissingNode(), "error -32700", reply);
  }
}
