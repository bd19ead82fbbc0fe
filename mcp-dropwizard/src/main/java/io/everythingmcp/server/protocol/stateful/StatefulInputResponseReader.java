package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.api.InputResponse;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.protocol.handlers.InputResponseRules;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/** Reads what clients answer. What is not as it must be counts as an answer that failed. */
final class StatefulInputResponseReader {
  private final InputResponseRules rules = new InputResponseRules();

  /** Reads an answer. */
  InputResponse read(
      RpcMessage.Response response, ExpectedInputResponse expected, ProtocolRevision revision) {
    if (response.failed()) {
      return failed(response.error().path("message").asText("The client refused"));
    }
    return rules
        .malformed(expected, response.result(), revision)
        .map(why -> failed("The result of " + expected.method() + " " + why))
        .or(
            () ->
                rules
                    .unfit(expected, response.result())
                    .map(why -> failed("The answer does not fit the form: " + why)))
        .orElseGet(() -> new InputResponse(WireJson.map(response.result()), null));
  }

  private static InputResponse failed(String why) {
    return new InputResponse(Map.of(), why);
  }
}
