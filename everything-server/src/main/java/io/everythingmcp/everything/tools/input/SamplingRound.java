package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One round of a conversation with the client's model. It travels from call to call as the state of
 * the question.
 *
 * @param number from 1
 * @param messages what was said so far
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/sampling#sampling-with-tools">Sampling
 *     with tools</a>
 */
record SamplingRound(int number, List<Map<String, Object>> messages) {
  private static final int MOST = 3;

  static SamplingRound of(RequestContext call) {
    return call.requestState()
        .map(state -> WireJson.read(state, SamplingRound.class))
        .orElseGet(
            () ->
                new SamplingRound(
                    1,
                    List.of(
                        InputRequest.Sampling.userText(
                            "Resource sampleLLM context: " + call.stringArgument("prompt", "")))));
  }

  /**
   * Each round has a key of its own, so that an answer cannot be taken for that of another round.
   */
  String key() {
    return "sample-" + number;
  }

  String state() {
    return WireJson.text(this);
  }

  boolean last() {
    return number == MOST;
  }

  /** In the last round the model must answer. */
  Map<String, Object> toolChoice() {
    return Map.of("mode", last() ? "none" : "auto");
  }

  static boolean wantsTools(InputResponse answer) {
    return answer.contentBlocks().stream().anyMatch(SamplingRound::isToolUse);
  }

  /**
   * The round after the model asked for tools: what it said, and one result for each of its wishes.
   */
  SamplingRound next(InputResponse answer) {
    List<Map<String, Object>> results =
        answer.contentBlocks().stream()
            .filter(SamplingRound::isToolUse)
            .map(WeatherForModels::use)
            .toList();
    List<Map<String, Object>> more = new ArrayList<>(messages);
    more.add(Map.of("role", "assistant", "content", answer.contentBlocks()));
    more.add(Map.of("role", "user", "content", results));
    return new SamplingRound(number + 1, List.copyOf(more));
  }

  private static boolean isToolUse(Map<String, Object> block) {
    return "tool_use".equals(block.get("type"));
  }
}
