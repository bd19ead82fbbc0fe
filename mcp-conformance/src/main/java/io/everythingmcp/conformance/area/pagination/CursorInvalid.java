package io.everythingmcp.conformance.area.pagination;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An unknown cursor is rejected. */
@ConformanceCheck(
    id = "pagination/cursor-invalid",
    title = "An unknown cursor returns -32602",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.PAGINATION + "error-handling")
final class CursorInvalid implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    McpResponse reply = PageReader.page(talk, PageReader.any(talk), "no-cursor-of-yours");
    probe.expect(reply.code() == -32602, "error -32602", reply);
  }
}
