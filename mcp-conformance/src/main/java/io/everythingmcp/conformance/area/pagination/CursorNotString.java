package io.everythingmcp.conformance.area.pagination;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A cursor is a string. */
@ConformanceCheck(
    id = "pagination/cursor-not-string",
    title = "A cursor that is not a string is refused as invalid parameters",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.PAGINATION + "error-handling")
final class CursorNotString implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    McpResponse reply = talk.callMethod(PageReader.any(talk), "{'cursor':{'page':7}}");
    probe.expect(reply.code() == -32602 || reply.code() == -32600, "error -32602", reply);
  }
}
