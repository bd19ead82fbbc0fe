package io.everythingmcp.server.protocol.stateless.mrtr;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Binding of a request state: the caller, the method and all parameters. Two requests with the same
 * meaning have the same binding, independent of their JSON formatting.
 */
final class RequestStateBinding {
  private static final List<String> NOT_SALIENT =
      List.of("_meta", "inputResponses", "requestState");

  private RequestStateBinding() {}

  static byte[] of(RpcMessage.Request request, CallerIdentity caller) {
    ObjectNode salient = WireJson.object();
    salient.setAll((ObjectNode) request.params());
    salient.remove(NOT_SALIENT);
    try {
      String sorted =
          WireJson.MAPPER
              .writer()
              .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsString(
                  List.of(caller.ownerKey(), request.method(), WireJson.map(salient)));
      return SecureIds.digest(sorted).getBytes(StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
