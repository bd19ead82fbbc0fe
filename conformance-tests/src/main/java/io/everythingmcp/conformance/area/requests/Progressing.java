package io.everythingmcp.conformance.area.requests;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.server.Role;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.util.List;

/** A call that tells its progress. */
final class Progressing {
  private Progressing() {}

  /** What was told, and then the answer. */
  static Reply call(Probe probe, Talk talk, Object token) {
    return talk.send(talk.post(probe.tool(Role.PROGRESS).message(talk.nextId(), token)));
  }

  static List<JsonNode> told(Reply reply) {
    return reply.before("notifications/progress");
  }

  static List<JsonNode> some(Probe probe, Reply reply) {
    List<JsonNode> told = told(reply);
    probe.onlyIf(!told.isEmpty(), "no progress is told on the stream of the request");
    return told;
  }
}
