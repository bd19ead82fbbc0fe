package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import java.util.List;

/** What is JSON and no message is said to be none. */
@Check(
    id = "errors/invalid-request",
    title = "JSON that is no JSON-RPC message is refused",
    level = Level.SHOULD,
    rule = "https://www.jsonrpc.org/specification#error_object")
final class InvalidRequest implements Scenario {
  @Override
  public void run(Probe probe) {
    for (String body : List.of("{\"id\":1}", "42", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}")) {
      Reply reply = Broken.body(probe, body);
      probe.expect(reply.refused(), "HTTP 400, or an error, to " + body, reply);
    }
  }
}
