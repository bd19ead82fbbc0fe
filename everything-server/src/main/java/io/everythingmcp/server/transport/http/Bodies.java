package io.everythingmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;

/** Reads bodies and writes refusals. */
public final class Bodies {
  private static final int CHUNK = 8_192;

  /** Whoever is turned away cannot make this server read more than this. */
  private static final int UNSEEN = 64 * 1_024;

  private Bodies() {}

  /** The body, or null when it is longer than allowed. */
  public static byte[] read(HttpServletRequest request, int limit) throws IOException {
    long announced = request.getContentLengthLong();
    ServletInputStream in = request.getInputStream();
    if (announced > limit) {
      skip(in, limit);
      return null;
    }
    if (announced >= 0) {
      return in.readNBytes((int) announced);
    }
    byte[] body = new byte[CHUNK];
    int length = 0;
    for (int read = in.read(body); read >= 0; read = in.read(body, length, body.length - length)) {
      length += read;
      if (length > limit) {
        skip(in, limit);
        return null;
      }
      if (length == body.length) {
        body = Arrays.copyOf(body, Math.min(2 * length, limit + 1));
      }
    }
    return Arrays.copyOf(body, length);
  }

  /**
   * A client that is still sending does not see an answer, so some of what is too much is read and
   * dropped.
   */
  public static void skip(ServletInputStream in, int most) throws IOException {
    byte[] dropped = new byte[CHUNK];
    long left = most;
    for (int read = in.read(dropped); read >= 0 && left > 0; read = in.read(dropped)) {
      left -= read;
    }
  }

  /**
   * Says no before anybody has read the body. So much of it is dropped that the connection can be
   * used for the next request, and a client that is still sending sees the answer.
   */
  static void turnAway(
      HttpServletRequest request, HttpServletResponse response, int status, RpcError error)
      throws IOException {
    turnAway(request, response, status, RpcMessage.error(null, error));
  }

  /** The same with a body of another kind. */
  static void turnAway(
      HttpServletRequest request, HttpServletResponse response, int status, JsonNode json)
      throws IOException {
    if (request.getMethod().equals("POST")) {
      skip(request.getInputStream(), UNSEEN);
    }
    write(response, status, json);
  }

  /** Says no, with a JSON-RPC error that has no id. */
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
