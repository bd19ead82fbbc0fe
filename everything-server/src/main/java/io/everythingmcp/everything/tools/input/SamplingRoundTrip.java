package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One round trip of a conversation with the client's model, passed from call to call as the {@code
 * requestState}.
 *
 * @param number from 1
 * @param messages the conversation so far
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/sampling#sampling-with-tools">Sampling
 *     with tools</a>
 */
record SamplingRoundTrip(int number, List<Map<String, Object>> messages) {
  private static final int MAXIMUM = 3;

  static SamplingRoundTrip of(RequestContext call) {
    return call.requestState()
        .map(state -> WireJson.read(state, SamplingRoundTrip.class))
        .orElseGet(
            () ->
                new SamplingRoundTrip(
                    1,
                    List.of(
                        InputRequest.Sampling.userText(
                            "Resource sampleLLM context: " + call.stringArgument("prompt", "")))));
  }

  /** Each round trip has its own key, so that a response cannot be used for another round trip. */
  String key() {
    return "sample-" + number;
  }

  String state() {
    return WireJson.text(this);
  }

  boolean last() {
    return number == MAXIMUM;
  }

  /** In the last round trip the model must not call tools. */
  Map<String, Object> toolChoice() {
    return Map.of("mode", last() ? "none" : "auto");
  }

  static boolean wantsTools(InputResponse response) {
    return response.contentBlocks().stream().anyMatch(SamplingRoundTrip::isToolUse);
  }

  /**
   * The round trip after the model called tools: its message, and one result for each tool call.
   */
  SamplingRoundTrip next(InputResponse response) {
    List<Map<String, Object>> results =
        response.contentBlocks().stream()
            .filter(SamplingRoundTrip::isToolUse)
            .map(WeatherForModels::use)
            .toList();
    List<Map<String, Object>> more = new ArrayList<>(messages);
    more.add(Map.of("role", "assistant", "content", response.contentBlocks()));
    more.add(Map.of("role", "user", "content", results));
    return new SamplingRoundTrip(number + 1, List.copyOf(more));
  }

  private static boolean isToolUse(Map<String, Object> block) {
    return "tool_use".equals(block.get("type"));
  }
}
