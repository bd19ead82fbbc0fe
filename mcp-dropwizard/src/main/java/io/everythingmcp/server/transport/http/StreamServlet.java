package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.wire.RpcError;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stream of server-sent events outside of the MCP endpoint. */
public final class StreamServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Opener opener;
  private final transient KeepAlive keepAlive;

  public StreamServlet(Opener opener, KeepAlive keepAlive) {
    this.opener = opener;
    this.keepAlive = keepAlive;
  }

  /** Responds, or opens a stream. */
  @FunctionalInterface
  public interface Opener {
    /** Opens a stream. */
    void open(RequestHeaders headers, ResponseExchange exchange);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET");
      RequestBodies.refuse(
          request, response, 405, RpcError.invalidRequest("this endpoint accepts GET"));
      return;
    }
    keepAlive.serve(
        request, response, exchange -> opener.open(McpServlet.headers(request), exchange));
  }
}
