package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Locale;

/** Clients in browsers can read what they have to send. */
@Check(
    id = "security/session-id-readable",
    title = "Where other origins may speak to the server, they may read Mcp-Session-Id",
    level = Level.SHOULD,
    since = Revision.R2025_03_26,
    until = Revision.R2025_11_25,
    rule = "https://fetch.spec.whatwg.org/#http-access-control-expose-headers",
    needs = Need.SESSION_ID)
final class SessionIdReadable implements Scenario {
  @Override
  public void run(Probe probe) {
    String own = probe.profile().server().url().resolve("/").toString().replaceFirst("/$", "");
    RawRequest initialize =
        probe
            .client()
            .post(probe.path(), Rpc.initialize(probe.revision().text(), "{}"))
            .header("Origin", own);
    RawResponse response = initialize.send();
    Reply.of(response, request -> {});
    String allowed = response.header("Access-Control-Allow-Origin");
    probe.onlyIf(allowed != null, "the server has no CORS headers");
    String exposed = String.join(",", response.headers("Access-Control-Expose-Headers"));
    boolean readable = exposed.toLowerCase(Locale.ROOT).contains("mcp-session-id");
    probe.expect(
        readable || exposed.strip().equals("*"),
        "mcp-session-id in Access-Control-Expose-Headers",
        exposed.isEmpty() ? "nothing" : exposed);
  }
}
