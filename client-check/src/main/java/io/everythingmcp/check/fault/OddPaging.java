package io.everythingmcp.check.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.EndpointKind;

/**
 * Odd cursors of lists: that of the third page is an empty text, and one is rejected when it is
 * used for the first time. Not over HTTP+SSE, where the response is an event of another stream.
 */
final class OddPaging implements RunFault {
  private static final int EMPTY_AFTER = 3;
  private static final int REFUSED_AT = 6;

  private String hidden;
  private int pages;
  private boolean refused;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.endpoint() != EndpointKind.MCP || !call.rpcMethod().equals("tools/list")) {
      return;
    }
    var cursor = call.message().path("params").path("cursor");
    pages = cursor.isTextual() ? pages + 1 : 1;
    if (pages == REFUSED_AT && !refused) {
      refused = true;
      call.replaceResponse(
          "P59",
          ReplacementResponse.error(
              200, call, -32602, "The cursor is too old: begin again without one"));
      scene.provoked("P59", call.n(), FaultDetails.of("variant", "refused"));
      return;
    }
    if (cursor.isTextual() && cursor.asText().isEmpty() && hidden != null) {
      ObjectNode message = call.message().deepCopy();
      ((ObjectNode) message.get("params")).put("cursor", hidden);
      call.body(FaultDetails.write(message));
    }
    if (pages == EMPTY_AFTER) {
      call.look(response -> response.change(json -> empty(json, call, scene)));
    }
  }

  private void empty(ObjectNode json, RunCall call, FaultScene scene) {
    if (json.path("result").path("nextCursor").isTextual()) {
      hidden = json.path("result").path("nextCursor").asText();
      ((ObjectNode) json.get("result")).put("nextCursor", "");
      call.fault("P59");
      scene.provoked("P59", call.n(), FaultDetails.of("variant", "empty"));
    }
  }
}
