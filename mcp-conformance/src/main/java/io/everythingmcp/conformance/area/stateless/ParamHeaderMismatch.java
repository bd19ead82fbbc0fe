package io.everythingmcp.conformance.area.stateless;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatelessClient;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** Argument and header must be equal. */
@ConformanceCheck(
    id = "stateless/param-header-mismatch",
    title = "A call whose argument differs from its header is refused with -32020",
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.STATELESS_HTTP + "server-behavior-for-custom-headers",
    requires = ServerPrerequisite.TOOLS)
final class ParamHeaderMismatch implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    StatelessClient talk = probe.stateless();
    ParamHeaderTools.Annotated tool = ParamHeaderTools.find(probe);
    RawRequest request = talk.calling(tool.call()).header(tool.header(), "elsewhere");
    MalformedMetaRequests.refused(probe, talk.send(request), -32020);
  }
}
