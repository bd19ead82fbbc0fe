package io.everythingmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.edge.BodyOutcome;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes refusals. */
public final class Bodies {
  private Bodies() {}

  /** Refuses a request for what its headers say, before anybody has read the body. */
  static void turnAway(
      HttpServletRequest request, HttpServletResponse response, int status, RpcError error)
      throws IOException {
    turnAway(request, response, status, RpcMessage.error(null, error));
  }

  /** The same with a body of another kind. */
  static void turnAway(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    RequestBody.drop(request, response, () -> write(response, status, json));
  }

  /** Refuses a request whose body did not come. */
  static void refuse(HttpServletResponse response, BodyOutcome.Incomplete body) throws IOException {
    RpcError error =
        body.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
            ? RpcError.unavailable(body.reason())
            : RpcError.invalidRequest(body.reason());
    refuse(response, body.status(), error);
  }

  /** Refuses a request, with a JSON-RPC error that has no id. */
  static void refuse(HttpServletResponse response, int status, RpcError error) throws IOException {
    write(response, status, RpcMessage.error(null, error));
  }

  private static void write(HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    byte[] body = Json.bytes(json);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
