package io.everythingmcp.server.protocol.stateless.round;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.Ids;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a state is bound to: the caller, the method, and everything that was asked for. Two requests
 * with the same meaning have the same binding, however their JSON is written.
 */
final class Binding {
  private static final List<String> NOT_SALIENT =
      List.of("_meta", "inputResponses", "requestState");

  private Binding() {}

  static byte[] of(RpcMessage.Request request, CallerIdentity caller) {
    ObjectNode salient = Json.object();
    salient.setAll((ObjectNode) request.params());
    salient.remove(NOT_SALIENT);
    try {
      String sorted =
          Json.MAPPER
              .writer()
              .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsString(List.of(caller.owner(), request.method(), Json.map(salient)));
      return Ids.digest(sorted).getBytes(StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
