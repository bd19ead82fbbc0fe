package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.nio.charset.StandardCharsets;

/** JSON within JSON within JSON. */
@Check(
    id = "security/deep-json",
    title = "JSON that is nested 20,000 times is refused, and the server goes on",
    level = Level.SHOULD,
    rule = "https://www.rfc-editor.org/rfc/rfc8259#section-9")
final class DeepJson implements Scenario {
  private static final int DEPTH = 20_000;

  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = probe.revision().hasSessions() ? "ping" : "server/discover";
    String deep =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":{\"a\":"
            + "[".repeat(DEPTH)
            + "]".repeat(DEPTH)
            + "}}";
    Reply reply = talk.send(talk.asking(method, "{}").body(deep.getBytes(StandardCharsets.UTF_8)));
    probe.expect(reply.status() / 100 != 5, "HTTP 400", reply);
    Reply next = talk.ask(method);
    probe.expect(next.hasResult(), "an answer to the next request", next);
  }
}
