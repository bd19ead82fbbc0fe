package io.everythingmcp.conformance.area.oauth;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.TestCaller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A JWT access token must be signed. */
@ConformanceCheck(
    id = "oauth/token-unsigned",
    title = "A token without its signature, or with alg none, is refused",
    since = SpecRevision.R2025_03_26,
    specification = SpecificationLinks.AUTH_SECURITY + "token-audience-binding-and-validation",
    requires = ServerPrerequisite.PROTECTION)
final class TokenUnsigned implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String[] parts = CallerTokens.of(probe).split("\\.", -1);
    probe.assumeThat(parts.length == 3, "the token is not a JWT");
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                "{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(StandardCharsets.UTF_8));
    for (String forged :
        List.of(
            none + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2])) {
      TestCaller caller = TestCaller.token("forger", forged);
      McpResponse reply =
          StatefulClient.initialize(
              probe.anonymous().with(caller.headers()), probe.path(), "2025-11-25", "{}");
      probe.expect(reply.status() == 401, "HTTP 401", reply);
    }
  }
}
