package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A response has the id of its request. */
@ConformanceCheck(
    id = "errors/number-id",
    title = "An id that is a number is returned unchanged, with results and with errors",
    specification = SpecificationLinks.MESSAGES + "responses")
final class NumberId implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    for (String method : SupportedMethods.of(probe)) {
      SuiteClient talk = probe.client();
      McpResponse reply = talk.send(talk.post(JsonRpcMessages.request(90_210, method)));
      JsonNode id = reply.message().path("id");
      probe.expect(id.isNumber() && id.asInt() == 90_210, "the number 90210 as id", reply);
    }
  }
}
