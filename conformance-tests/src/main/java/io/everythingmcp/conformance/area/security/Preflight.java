package io.everythingmcp.conformance.area.security;

import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Probe;

/** What a browser asks before it lets a page speak to another origin. */
final class Preflight {
  private Preflight() {}

  static RawResponse from(Probe probe, String origin) {
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
