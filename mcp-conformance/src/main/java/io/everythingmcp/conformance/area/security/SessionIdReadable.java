package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import java.util.Locale;

/** Clients in browsers can read the session id. */
@ConformanceCheck(
    id = "security/session-id-readable",
    title = "Where other origins may send requests, they may read Mcp-Session-Id",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_03_26,
    until = SpecRevision.R2025_11_25,
    specification = "https://fetch.spec.whatwg.org/#http-access-control-expose-headers",
    requires = ServerPrerequisite.SESSION_ID)
final class SessionIdReadable implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String own = probe.profile().server().url().resolve("/").toString().replaceFirst("/$", "");
    RawRequest initialize =
        probe
            .rawClient()
            .post(probe.path(), JsonRpcMessages.initialize(probe.revision().text(), "{}"))
            .header("Origin", own);
    RawResponse response = initialize.send();
    McpResponse.of(response, request -> {});
    String allowed = response.header("Access-Control-Allow-Origin");
    probe.assumeThat(allowed != null, "the server has no CORS headers");
    String exposed = String.join(",", response.headers("Access-Control-Expose-Headers"));
    boolean readable = exposed.toLowerCase(Locale.ROOT).contains("mcp-session-id");
    probe.expect(
        readable || exposed.strip().equals("*"),
        "mcp-session-id in Access-Control-Expose-Headers",
        exposed.isEmpty() ? "nothing" : exposed);
  }
}
