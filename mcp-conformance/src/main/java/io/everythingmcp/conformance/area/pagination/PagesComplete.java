package io.everythingmcp.conformance.area.pagination;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All pages together are the list. */
@ConformanceCheck(
    id = "pagination/pages-complete",
    title = "Following the cursors ends and returns no entry twice",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.PAGINATION + "implementation-guidelines")
final class PagesComplete implements Scenario {
  private static final int MOST = 500;

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    String method = PageReader.paged(probe, talk);
    List<String> names = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = null;
    do {
      McpResponse page = PageReader.page(talk, method, cursor);
      probe.expect(page.hasResult(), "a page for the cursor that the server gave", page);
      names.addAll(PageReader.names(method, page));
      cursor = PageReader.next(page);
      probe.expect(
          cursor == null || (cursors.add(cursor) && cursors.size() < MOST),
          "a cursor that was not there before",
          cursor);
    } while (cursor != null);
    Set<String> twice = new TreeSet<>(names);
    probe.expect(twice.size() == names.size(), "each entry once", names);
  }
}
