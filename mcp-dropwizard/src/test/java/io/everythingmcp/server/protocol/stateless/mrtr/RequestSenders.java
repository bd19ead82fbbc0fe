package io.everythingmcp.server.protocol.stateless.mrtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Requests of a client with all capabilities, and their outcome. */
final class RequestSenders {
  private RequestSenders() {}

  static final InputRequest.FormElicitation NAME =
      new InputRequest.FormElicitation(
          "What is your name?",
          Map.of(
              "type",
              "object",
              "properties",
              Map.of("name", Map.of("type", "string", "maxLength", 5)),
              "required",
              List.of("name")));
  static final Map<String, Object> EVERYTHING =
      Map.of(
          "elicitation",
          Map.of("form", Map.of(), "url", Map.of()),
          "sampling",
          Map.of(),
          "roots",
          Map.of());
  static final String ALICE = "{\"action\":\"accept\",\"content\":{\"name\":\"Alice\"}}";

  static ObjectNode inputRequired(RoundTripDecision turn) {
    assertThat(turn).isInstanceOf(RoundTripDecision.RequireInput.class);
    return ((RoundTripDecision.RequireInput) turn).result();
  }

  static RuntimeRequestContext.RoundTrip completed(RoundTripDecision turn) {
    assertThat(turn).isInstanceOf(RoundTripDecision.Go.class);
    return ((RoundTripDecision.Go) turn).roundTrip();
  }

  static RequestOutcome.Failed ended(RoundTripDecision turn) {
    assertThat(turn).isInstanceOf(RoundTripDecision.End.class);
    return (RequestOutcome.Failed) ((RoundTripDecision.End) turn).outcome();
  }

  static String refusal(RoundTripDecision turn) {
    RequestOutcome.Failed refused = ended(turn);
    assertThat(refused.kind()).isEqualTo(ErrorKind.INVALID_PARAMS);
    return refused.message();
  }

  static RequestSender retry(String state, String responses) {
    return call("{\"requestState\":\"" + state + "\",\"inputResponses\":" + responses + "}");
  }

  static RequestSender call(String params) {
    return sender("tools/call", params, "alice");
  }

  static RequestSender sender(String method, String params, String subject) {
    return sender(method, params, subject, EVERYTHING);
  }

  static RequestSender sender(
      String method, String params, String subject, Map<String, Object> capabilities) {
    CallerIdentity caller =
        new CallerIdentity(
            "bearer",
            Optional.of("https://issuer"),
            Optional.ofNullable(subject),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new RequestSender(
        new RpcMessage.Request(WireJson.tree(1), method, WireJson.read(params, JsonNode.class)),
        caller,
        new ClientInfo("test", "1", capabilities, "2026-07-28"));
  }
}
