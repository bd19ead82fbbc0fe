package io.everythingmcp.conformance.area.rounds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Answers;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;

/** A call, and the same call again with answers. */
final class Round {
  static final String ABLE = "{'elicitation':{},'sampling':{},'roots':{}}";

  private Round() {}

  /** The first round: what the server wants to know. */
  static Reply first(Probe probe, Talk talk, ToolCall call) {
    Reply reply = talk.call(call);
    probe.onlyIf(
        reply.result().path("resultType").asText().equals("input_required"),
        call.tool() + " did not ask anything");
    return reply;
  }

  /** Answers to everything that was asked. */
  static ObjectNode answers(Reply asked) {
    ObjectNode answers = Json.object("{}");
    asked
        .result()
        .path("inputRequests")
        .properties()
        .forEach(request -> answers.set(request.getKey(), Answers.to(request.getValue())));
    return answers;
  }

  /** The state that came; null if none did. */
  static String state(Reply asked) {
    return asked.result().path("requestState").asText(null);
  }

  /** The next round. */
  static Reply again(Talk talk, ToolCall call, JsonNode answers, String state) {
    ObjectNode message = call.message(talk.nextId());
    ObjectNode params = message.withObject("/params");
    params.set("inputResponses", answers);
    if (state != null) {
      params.put("requestState", state);
    }
    return talk.send(talk.post(message));
  }
}
