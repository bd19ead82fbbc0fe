package io.everythingmcp.server.security.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes public JSON documents that are readable by pages of all origins. */
final class PublicJson {
  private PublicJson() {}

  static void write(HttpServletResponse response, int status, JsonNode json) throws IOException {
    byte[] body = WireJson.bytes(json);
    response.setStatus(status);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
