package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** The preflight request of a browser for another origin. */
final class CorsPreflight {
  private CorsPreflight() {}

  static RawResponse from(ScenarioContext probe, String origin) {
    RawResponse response =
        probe
            .anonymous()
            .request("OPTIONS", probe.path())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type,mcp-session-id")
            .send();
    response.text();
    return response;
  }
}
