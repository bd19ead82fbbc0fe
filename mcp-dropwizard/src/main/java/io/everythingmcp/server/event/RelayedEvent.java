package io.everythingmcp.server.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.wire.WireJson;
import java.time.Instant;

/**
 * Event in the log for watchers on any instance.
 *
 * @param type its name
 * @param instance its origin
 * @param at time of publication
 * @param data fields of the event
 */
public record RelayedEvent(String type, String instance, Instant at, JsonNode data) {
  static RelayedEvent of(ServerEvent event, String instance) {
    return new RelayedEvent(event.type(), instance, Instant.now(), WireJson.tree(event));
  }
}
