package io.everythingmcp.conformance.area.batching;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.harness.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several messages in one. */
final class BatchRequests {
  private BatchRequests() {}

  static RawResponse send(StatefulClient session, ObjectNode... messages) {
    String body =
        "[" + Stream.of(messages).map(ObjectNode::toString).collect(Collectors.joining(",")) + "]";
    return session.post(messages[0]).body(body.getBytes(StandardCharsets.UTF_8)).send();
  }
}
