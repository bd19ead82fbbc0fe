package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.session.StreamLogEntry;
import java.util.List;

/** Requests whose responses end a stream, determined from its events. */
final class PendingResponses {
  private volatile List<JsonNode> requests = List.of();
  private int expected = Integer.MAX_VALUE;
  private int responded;

  /** An event of the stream is on its way. */
  void onEvent(StreamLogEntry event) {
    switch (event.kind()) {
      case OPENING -> {
        requests = event.requests();
        expected = requests.size();
      }
      case RESPONSE, ABANDONED -> responded++;
      case MESSAGE, TAKEN -> {}
    }
  }

  /** Their ids; null for what has none. */
  List<JsonNode> requests() {
    return requests;
  }

  /** Returns whether no further event will follow. */
  boolean isComplete() {
    return responded >= expected;
  }
}
