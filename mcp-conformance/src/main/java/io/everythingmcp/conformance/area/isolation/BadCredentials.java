package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.TestCaller;
import java.util.HashMap;
import java.util.Map;

/** Wrong credentials are rejected like missing ones. */
@ConformanceCheck(
    id = "isolation/bad-credentials",
    title = "Credentials that are wrong by one character are refused with 401",
    specification = SpecificationLinks.AUTHORIZATION + "token-handling",
    requires = ServerPrerequisite.PROTECTION)
final class BadCredentials implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    TestCaller caller = probe.profile().server().first();
    probe.assumeThat(!caller.isAnonymous(), "there are no credentials that could be spoilt");
    Map<String, String> spoilt = new HashMap<>();
    caller.headers().forEach((name, value) -> spoilt.put(name, invalidate(value)));
    McpResponse reply =
        StatefulClient.initialize(probe.anonymous().with(spoilt), probe.path(), "2025-11-25", "{}");
    probe.expect(reply.status() == 401, "HTTP 401", reply);
  }

  private static String invalidate(String value) {
    int middle = value.length() - Math.min(4, value.length());
    char other = value.charAt(middle) == 'x' ? 'y' : 'x';
    return value.substring(0, middle) + other + value.substring(middle + 1);
  }
}
