package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.Rpc;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Stateless;

/** Requests with one thing wrong about them. */
final class Envelope {
  private Envelope() {}

  /** Expects a refusal with status 400 and an error. */
  static void refused(Probe probe, Reply reply, int code) {
    probe.expect(
        reply.status() == 400 && reply.code() == code, "HTTP 400 with error " + code, reply);
  }

  /** A request for a list that every server of this revision answers: what it is. */
  static ObjectNode discover(Stateless talk) {
    return Rpc.request(talk.nextId(), "server/discover");
  }
}
