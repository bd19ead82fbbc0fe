package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** Mcp-Method must match the body. */
@ConformanceCheck(
    id = "stateless/method-header-mismatch",
    title = "A request whose Mcp-Method is not its method is refused, case-sensitively",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "server-validation")
final class MethodHeaderMismatch implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    for (String method : List.of("tools/list", "SERVER/DISCOVER")) {
      RawRequest request =
          talk.post(MalformedMetaRequests.discover(talk)).header("Mcp-Method", method);
      MalformedMetaRequests.refused(probe, talk.send(request), -32020);
    }
  }
}
