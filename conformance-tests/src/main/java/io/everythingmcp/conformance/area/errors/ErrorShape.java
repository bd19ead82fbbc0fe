package io.everythingmcp.conformance.area.errors;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;

/** An error has a code and says something. */
@Check(
    id = "errors/shape",
    title = "An error has an integer as code and a text as message",
    rule = Spec.MESSAGES + "error-responses")
final class ErrorShape implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.talk().ask("conformance/no-such-thing");
    JsonNode error = reply.message().path("error");
    probe.expect(error.path("code").isIntegralNumber(), "an integer as code", reply);
    probe.expect(!error.path("message").asText().isBlank(), "a text as message", reply);
    probe.expect(!reply.message().has("result"), "no result beside the error", reply);
    probe.expect(reply.message().path("jsonrpc").asText().equals("2.0"), "jsonrpc \"2.0\"", reply);
  }
}
