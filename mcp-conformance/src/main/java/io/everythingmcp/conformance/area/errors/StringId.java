package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;

/** A response has the id of its request. */
@ConformanceCheck(
    id = "errors/string-id",
    title = "An id that is a string is returned unchanged, with results and with errors",
    specification = SpecificationLinks.MESSAGES + "responses")
final class StringId implements Scenario {
  @Override
  public void run(ScenarioContext probe) {
    String id = "id-\u00e9-42";
    for (String method : SupportedMethods.of(probe)) {
      SuiteClient talk = probe.client();
      McpResponse reply = talk.send(talk.post(JsonRpcMessages.request(id, method)));
      probe.expect(reply.message().path("id").asText().equals(id), "the id " + id, reply);
      probe.expect(reply.message().path("id").isTextual(), "an id that is a string", reply);
    }
  }
}
