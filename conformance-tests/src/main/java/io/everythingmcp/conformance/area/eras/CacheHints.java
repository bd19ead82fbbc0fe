package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Stateless;

/** A list says how long it may be kept and by whom. */
@Check(
    id = "eras/cache-hints",
    title = "Results that may be kept say how long and for whom: ttlMs and cacheScope",
    since = Revision.R2026_07_28,
    rule = Spec.CACHING + "cacheable-results")
final class CacheHints implements Scenario {
  @Override
  public void run(Probe probe) {
    Stateless talk = probe.stateless();
    for (String method : Cacheable.methods(talk)) {
      Reply reply = talk.ask(method);
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
