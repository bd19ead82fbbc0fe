package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SchemaSampleValues;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.NotApplicableException;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.ToolRole;

/**
 * Invalid arguments are reported so that a model can correct them. The same tool succeeds with
 * valid ones: a tool that always fails shows nothing.
 */
@ConformanceCheck(
    id = "errors/arguments-invalid",
    title = "Invalid arguments return a result with isError",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TOOLS + "error-handling",
    requires = ServerPrerequisite.TOOL_INPUT_VALIDATION)
final class ArgumentsInvalid implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    SuiteClient client = probe.client();
    ToolCall invalid = probe.tool(ToolRole.INPUT_VALIDATION);
    McpResponse reply = client.call(invalid);
    probe.expect(reply.toolFailed(), "a result with isError, for the model to read", reply);
    ToolCall valid = new ToolCall(invalid.tool(), SchemaSampleValues.of(schema(probe, invalid)));
    McpResponse served = client.call(valid);
    probe.expect(
        served.hasResult() && !served.toolFailed(),
        "a result without isError for the valid arguments " + valid.arguments(),
        served);
  }

  private static JsonNode schema(ScenarioContext probe, ToolCall call) {
    return probe.lists().tools().stream()
        .filter(tool -> tool.path("name").asText().equals(call.tool()))
        .findFirst()
        .map(tool -> tool.path("inputSchema"))
        .orElseThrow(() -> new NotApplicableException(call.tool() + " is not listed"));
  }
}
