package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.RecordedEvent;

/**
 * Lets the server answer a call with a stream: it does so where it has progress to tell. The
 * progress of a client that did not ask for any is not passed on to it.
 */
final class StreamWish {
  private static final String TOKEN = "client-check";

  private StreamWish() {}

  /** Asks for a stream. */
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
