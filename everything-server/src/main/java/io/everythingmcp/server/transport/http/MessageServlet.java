package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.protocol.Endpoint;
import io.everythingmcp.server.protocol.Inbound;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * HTTP+SSE, the way in: messages of the client. Answers go to the stream.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse">HTTP
 *     with SSE</a>
 */
public final class MessageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Endpoint endpoint;
  private final transient KeepAlive keepAlive;
  private final int maxBody;

  /**
   * The endpoint.
   *
   * @param maxBody how many bytes a body may have
   */
  public MessageServlet(Endpoint endpoint, KeepAlive keepAlive, int maxBody) {
    this.endpoint = endpoint;
    this.keepAlive = keepAlive;
    this.maxBody = maxBody;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      Bodies.refuse(response, 405, RpcError.invalidRequest("this endpoint takes POST"));
      return;
    }
    if (!MediaTypes.isJson(request)) {
      Bodies.skip(request.getInputStream(), maxBody);
      Bodies.refuse(
          response, 415, RpcError.invalidRequest("Content-Type must be application/json"));
      return;
    }
    byte[] body = Bodies.read(request, maxBody);
    if (body == null) {
      response.setHeader("Connection", "close");
      Bodies.refuse(
          response,
          413,
          RpcError.invalidRequest(
              "the body is longer than " + maxBody + " bytes (maxRequestSize)"));
      return;
    }
    ServletExchange exchange = new ServletExchange(request, response, keepAlive);
    endpoint.serve(
        new Inbound(
            Inbound.Channel.HTTP_SSE,
            Inbound.Verb.POST,
            McpServlet.headers(request),
            request.getParameter("sessionId"),
            RpcMessage.parse(body),
            CallerSource.of(request)),
        exchange);
    exchange.settle();
  }
}
