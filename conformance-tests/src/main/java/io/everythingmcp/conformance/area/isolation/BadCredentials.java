package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Session;
import java.util.HashMap;
import java.util.Map;

/** Wrong credentials are like none. */
@Check(
    id = "isolation/bad-credentials",
    title = "Credentials that are wrong by one character are refused with 401",
    rule = Spec.AUTHORIZATION + "token-handling",
    needs = Need.PROTECTION)
final class BadCredentials implements Scenario {
  @Override
  public void run(Probe probe) {
    Caller caller = probe.profile().server().first();
    probe.onlyIf(!caller.isAnonymous(), "there are no credentials that could be spoilt");
    Map<String, String> spoilt = new HashMap<>();
    caller.headers().forEach((name, value) -> spoilt.put(name, spoil(value)));
    Reply reply =
        Session.initialize(probe.anonymous().with(spoilt), probe.path(), "2025-11-25", "{}");
    probe.expect(reply.status() == 401, "HTTP 401", reply);
  }

  private static String spoil(String value) {
    int middle = value.length() - Math.min(4, value.length());
    char other = value.charAt(middle) == 'x' ? 'y' : 'x';
    return value.substring(0, middle) + other + value.substring(middle + 1);
  }
}
