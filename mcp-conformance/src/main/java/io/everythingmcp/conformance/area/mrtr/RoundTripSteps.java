package io.everythingmcp.conformance.area.mrtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.DefaultInputResponses;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ScenarioContext;

/** A call, and the same call again with input responses. */
final class RoundTripSteps {
  static final String ABLE = "{'elicitation':{},'sampling':{},'roots':{}}";

  private RoundTripSteps() {}

  /** Sends the first request; returns its input requests. */
  static McpResponse first(ScenarioContext probe, SuiteClient talk, ToolCall call) {
    McpResponse reply = talk.call(call);
    probe.assumeThat(
        reply.result().path("resultType").asText().equals("input_required"),
        call.tool() + " required no input");
    return reply;
  }

  /** Returns responses to all input requests. */
  static ObjectNode responses(McpResponse first) {
    ObjectNode responses = JsonTrees.object("{}");
    first
        .result()
        .path("inputRequests")
        .properties()
        .forEach(
            request ->
                responses.set(request.getKey(), DefaultInputResponses.to(request.getValue())));
    return responses;
  }

  /** Returns the request state; null without one. */
  static String state(McpResponse first) {
    return first.result().path("requestState").asText(null);
  }

  /** Sends the next round trip. */
  static McpResponse again(SuiteClient talk, ToolCall call, JsonNode responses, String state) {
    ObjectNode message = call.message(talk.nextId());
    ObjectNode params = message.withObject("/params");
    params.set("inputResponses", responses);
    if (state != null) {
      params.put("requestState", state);
    }
    return talk.send(talk.post(message));
  }
}
