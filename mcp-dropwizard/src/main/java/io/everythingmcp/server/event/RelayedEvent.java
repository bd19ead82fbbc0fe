package io.everythingmcp.server.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.wire.WireJson;
import java.time.Instant;

/**
 * An event on its way to whoever watches, on any instance.
 *
 * @param type what it is called
 * @param instance where it happened
 * @param at when it was told
 * @param data the fields of the event
 */
public record RelayedEvent(String type, String instance, Instant at, JsonNode data) {
  static RelayedEvent of(ServerEvent event, String instance) {
    return new RelayedEvent(event.type(), instance, Instant.now(), WireJson.tree(event));
  }
}
