package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import java.nio.charset.StandardCharsets;

/** Bodies that are no messages. */
final class MalformedBodies {
  private MalformedBodies() {}

  static McpResponse body(ScenarioContext probe, String body) {
    SuiteClient talk = probe.client();
    String method = SupportedMethods.of(probe).get(0);
    return talk.send(talk.prepareRequest(method, "{}").body(body.getBytes(StandardCharsets.UTF_8)));
  }
}
