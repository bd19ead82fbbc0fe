package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.RecordedEvent;

/**
 * Makes the server respond to a call with a stream, by requesting progress. Progress that the
 * client did not request is not forwarded.
 */
final class StreamWish {
  private static final String TOKEN = "client-check";

  private StreamWish() {}

  /** Requests a stream. */
  static void of(RunCall call) {
    if (call.message().path("params").path("_meta").has("progressToken")) {
      return;
    }
    ObjectNode message = call.message().deepCopy();
    ObjectNode params =
        message.get("params") instanceof ObjectNode given ? given : message.putObject("params");
    ObjectNode meta =
        params.get("_meta") instanceof ObjectNode given ? given : params.putObject("_meta");
    meta.put("progressToken", TOKEN);
    call.body(FaultDetails.write(message));
    call.events((event, text) -> StreamStep.write(unwanted(event) ? "" : text));
  }

  private static boolean unwanted(RecordedEvent event) {
    return event.data() != null
        && event.data().contains("notifications/progress")
        && FaultDetails.read(event.data())
            .path("params")
            .path("progressToken")
            .asText()
            .equals(TOKEN);
  }
}
