package io.everythingmcp.conformance.area.isolation;

import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Session;

/** What must have happened when somebody reached for what is not theirs. */
final class Hijack {
  static final String RULE =
      "https://modelcontextprotocol.io/docs/tutorials/security/security_best_practices#session-hijacking";

  private Hijack() {}

  static void refused(Probe probe, int status) {
    probe.expect(
        status == 401 || status == 403 || status == 404,
        "HTTP 404, 403 or 401 for somebody else",
        "HTTP " + status);
  }

  static void ownerGoesOn(Probe probe, Session session) {
    Reply reply = session.ask("ping");
    probe.expect(reply.hasResult(), "an answer to the owner afterwards", reply);
  }
}
