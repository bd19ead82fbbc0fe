package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Assigns to each call the definition of its tool that its client had received last. */
final class ToolDefinitions {
  private ToolDefinitions() {}

  static void connect(List<SessionView> sessions, List<SenderView> senders) {
    sessions.forEach(session -> connect(session.messages));
    senders.forEach(sender -> connect(sender.messages));
  }

  private record Step(long at, ClientMessage message, boolean response) {}

  private static void connect(List<ClientMessage> messages) {
    List<Step> steps = new ArrayList<>();
    for (ClientMessage message : messages) {
      if (message.is("tools/call") && message.isRequest()) {
        steps.add(new Step(message.at(), message, false));
      } else if (message.is("tools/list") && message.hasResponse()) {
        steps.add(new Step(message.responseAt(), message, true));
      }
    }
    steps.sort(Comparator.comparingLong(Step::at));
    Map<String, JsonNode> known = new HashMap<>();
    for (Step step : steps) {
      if (step.response()) {
        step.message()
            .result()
            .path("tools")
            .forEach(tool -> known.put(tool.path("name").asText(), tool));
      } else {
        step.message().tool =
            known.getOrDefault(
                step.message().params().path("name").asText(), MissingNode.getInstance());
      }
    }
  }
}
