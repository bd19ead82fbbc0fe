package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.TestCaller;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Servers that cache header values of a connection must not compare them without regard to case.
 */
@ConformanceCheck(
    id = "isolation/credentials-case-sensitive",
    title = "A credential in another letter case is refused, also after the right one",
    specification = SpecificationLinks.AUTHORIZATION + "token-handling",
    requires = ServerPrerequisite.PROTECTION)
final class CredentialsCaseSensitive implements Scenario {
  /** The requests go over one connection as long as the client keeps it; hence more than once. */
  private static final int ROUNDS = 3;

  @Override
  public void run(ScenarioContext probe) {
    TestCaller caller = probe.profile().server().first();
    probe.assumeThat(!caller.isAnonymous(), "there are no credentials that could be changed");
    Map<String, String> changed = new HashMap<>();
    caller.headers().forEach((name, value) -> changed.put(name, otherCase(value)));
    probe.assumeThat(!changed.equals(caller.headers()), "the credentials have no letters");
    RawClient client = probe.anonymous();
    for (int round = 0; round < ROUNDS; round++) {
      McpResponse right = initialize(client.with(caller.headers()), probe);
      probe.assumeThat(right.status() == 200, "the server does not know initialize");
      McpResponse reply = initialize(client.with(changed), probe);
      probe.expect(reply.status() == 401, "HTTP 401", reply);
    }
  }

  private static McpResponse initialize(RawClient client, ScenarioContext probe) {
    return StatefulClient.initialize(client, probe.path(), "2025-11-25", "{}");
  }

  /** The last letters of a signature may have bits that do not count: so not the very last one. */
  private static String otherCase(String value) {
    int scheme = value.indexOf(' ') + 1;
    OptionalInt at =
        IntStream.rangeClosed(scheme, value.length() - Math.min(4, value.length() - scheme))
            .filter(i -> i < value.length() && Character.isLetter(value.charAt(i)))
            .reduce((first, second) -> second);
    if (at.isEmpty()) {
      return value;
    }
    char letter = value.charAt(at.getAsInt());
    char other =
        Character.isUpperCase(letter)
            ? Character.toLowerCase(letter)
            : Character.toUpperCase(letter);
    return value.substring(0, at.getAsInt()) + other + value.substring(at.getAsInt() + 1);
  }
}
