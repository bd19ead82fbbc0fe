package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** An error has a code and a message. */
@ConformanceCheck(
    id = "errors/error-format",
    title = "An error has an integer as code and a text as message",
    specification = SpecificationLinks.MESSAGES + "error-responses")
final class ErrorFormat implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    McpResponse reply = probe.client().callMethod("conformance/no-such-thing");
    JsonNode error = reply.message().path("error");
    probe.expect(error.path("code").isIntegralNumber(), "an integer as code", reply);
    probe.expect(!error.path("message").asText().isBlank(), "a text as message", reply);
    probe.expect(!reply.message().has("result"), "no result beside the error", reply);
    probe.expect(reply.message().path("jsonrpc").asText().equals("2.0"), "jsonrpc \"2.0\"", reply);
  }
}
