package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.edge.BodyOutcome;
import io.everythingmcp.server.edge.BodyReadingServlet;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * HTTP+SSE endpoint for the messages of the client. Responses are sent on the stream.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse">HTTP
 *     with SSE</a>
 */
public final class MessageServlet extends HttpServlet implements BodyReadingServlet {
  private static final long serialVersionUID = 1L;

  private final transient McpEndpoint endpoint;
  private final transient KeepAlive keepAlive;
  private final int maxBody;

  /**
   * The endpoint.
   *
   * @param maxBody how many bytes a body may have
   */
  public MessageServlet(McpEndpoint endpoint, KeepAlive keepAlive, int maxBody) {
    this.endpoint = endpoint;
    this.keepAlive = keepAlive;
    this.maxBody = maxBody;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      RequestBodies.rejectBeforeBody(
          request, response, 405, RpcError.invalidRequest("this endpoint accepts POST"));
      return;
    }
    if (MediaTypes.refused(request, response)) {
      return;
    }
    RequestBody.read(
        request,
        response,
        maxBody,
        (again, body) -> {
          if (body instanceof BodyOutcome.Incomplete incomplete) {
            RequestBodies.refuse(again, response, incomplete);
          } else {
            serve(again, response, ((BodyOutcome.Whole) body).bytes());
          }
        });
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, byte[] body)
      throws IOException {
    IncomingMessage inbound =
        new IncomingMessage(
            IncomingMessage.Channel.HTTP_SSE,
            IncomingMessage.HttpMethod.POST,
            McpServlet.headers(request),
            request.getParameter("sessionId"),
            RpcMessage.parse(body),
            CallerSource.of(request));
    keepAlive.serve(request, response, endpoint, inbound);
  }
}
