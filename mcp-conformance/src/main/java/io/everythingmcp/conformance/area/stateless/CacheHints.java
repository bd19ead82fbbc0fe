package io.everythingmcp.conformance.area.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Cacheable results have ttlMs and cacheScope. */
@ConformanceCheck(
    id = "stateless/cache-hints",
    title = "Cacheable results have ttlMs and cacheScope",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.CACHING + "cacheable-results")
final class CacheHints implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    for (String method : CacheableMethods.methods(talk)) {
      McpResponse reply = talk.callMethod(method);
      JsonNode ttl = reply.result().path("ttlMs");
      String scope = reply.result().path("cacheScope").asText();
      probe.expect(
          ttl.isIntegralNumber() && ttl.asLong() >= 0,
          "ttlMs, zero or more, in the result of " + method,
          reply);
      probe.expect(
          scope.equals("public") || scope.equals("private"),
          "cacheScope public or private in the result of " + method,
          reply);
    }
  }
}
