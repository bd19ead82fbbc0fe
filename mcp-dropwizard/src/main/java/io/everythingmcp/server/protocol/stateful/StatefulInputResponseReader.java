package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.api.InputResponse;
import io.everythingmcp.server.protocol.handlers.ExpectedInputResponse;
import io.everythingmcp.server.protocol.handlers.InputResponseRules;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/** Parses responses of clients. An invalid response counts as an error response. */
final class StatefulInputResponseReader {
  private final InputResponseRules rules = new InputResponseRules();

  /** Parses a response. */
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
                    .map(
                        why ->
                            failed(
                                "The elicitation response does not match requestedSchema: " + why)))
        .orElseGet(() -> new InputResponse(WireJson.map(response.result()), null));
  }

  private static InputResponse failed(String why) {
    return new InputResponse(Map.of(), why);
  }
}
