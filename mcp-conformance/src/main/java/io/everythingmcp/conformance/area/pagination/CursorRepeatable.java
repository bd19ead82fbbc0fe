package io.everythingmcp.conformance.area.pagination;

import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.List;

/** A cursor is repeatable. */
@ConformanceCheck(
    id = "pagination/cursor-repeatable",
    title = "The same cursor returns the same page again",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.PAGINATION + "implementation-guidelines")
final class CursorRepeatable implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = PageReader.paged(probe, talk);
    String cursor = PageReader.next(PageReader.page(talk, method, null));
    List<String> first = PageReader.names(method, PageReader.page(talk, method, cursor));
    List<String> again = PageReader.names(method, PageReader.page(talk, method, cursor));
    probe.expect(first.equals(again), "the same entries: " + first, again);
  }
}
