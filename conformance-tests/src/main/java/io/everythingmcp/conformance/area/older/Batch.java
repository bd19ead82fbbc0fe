package io.everythingmcp.conformance.area.older;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.talk.Session;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several messages in one. */
final class Batch {
  private Batch() {}

  static RawResponse send(Session session, ObjectNode... messages) {
    String body =
        "[" + Stream.of(messages).map(ObjectNode::toString).collect(Collectors.joining(",")) + "]";
    return session.post(messages[0]).body(body.getBytes(StandardCharsets.UTF_8)).send();
  }
}
