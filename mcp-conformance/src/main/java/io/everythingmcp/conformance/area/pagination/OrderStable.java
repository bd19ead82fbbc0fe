package io.everythingmcp.conformance.area.pagination;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** The order of an unchanged list is stable. */
@ConformanceCheck(
    id = "pagination/order-stable",
    title = "Tools are listed in the same order each time",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2026_07_28,
    specification = SpecificationLinks.R2026 + "server/tools#listing-tools",
    requires = ServerPrerequisite.TOOLS)
final class OrderStable implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    List<String> first = PageReader.names("tools/list", PageReader.page(talk, "tools/list", null));
    List<String> again = PageReader.names("tools/list", PageReader.page(talk, "tools/list", null));
    probe.expect(first.equals(again), "the order " + first, again);
  }
}
