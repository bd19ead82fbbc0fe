package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import io.everythingmcp.conformance.talk.ToolCall;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Two requests at the same time do not mix. */
@Check(
    id = "requests/progress-of-each",
    title =
        "Of two requests at the same time, each stream carries its own progress and answer only",
    rule = Spec.TRANSPORTS + "sending-messages-to-the-server",
    since = Revision.R2025_03_26,
    needs = Need.TOOL_PROGRESS)
final class ProgressOfEach implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    ToolCall call = probe.tool(Role.PROGRESS);
    List<RawResponse> responses =
        Stream.of("left", "right")
            .map(token -> talk.post(call.message("id-" + token, token)).sendAsync())
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    for (int i = 0; i < 2; i++) {
      String token = i == 0 ? "left" : "right";
      Reply reply = Reply.of(responses.get(i), talk::answer);
      probe.expect(
          reply.message().path("id").asText().equals("id-" + token),
          "the answer to id-" + token + " on its stream",
          reply);
      for (JsonNode told : Progressing.told(reply)) {
        probe.expect(
            told.at("/params/progressToken").asText().equals(token),
            "progress of " + token + " on its stream",
            told);
      }
    }
  }
}
