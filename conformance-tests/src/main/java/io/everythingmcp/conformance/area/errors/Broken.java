package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.nio.charset.StandardCharsets;

/** Bodies that are no messages. */
final class Broken {
  private Broken() {}

  static Reply body(Probe probe, String body) {
    Talk talk = probe.talk();
    String method = Always.answered(probe).get(0);
    return talk.send(talk.asking(method, "{}").body(body.getBytes(StandardCharsets.UTF_8)));
  }
}
