package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.edge.BodyOutcome;
import io.everythingmcp.server.edge.BodyReadingServlet;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletApiRequest;
import org.eclipse.jetty.http.HttpFields;

/**
 * Streamable HTTP endpoint.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#streamable-http">Streamable
 *     HTTP</a>
 */
public final class McpServlet extends HttpServlet implements BodyReadingServlet {
  private static final long serialVersionUID = 1L;

  private final transient McpEndpoint endpoint;
  private final transient KeepAlive keepAlive;
  private final int maxBody;

  /**
   * The endpoint.
   *
   * @param maxBody how many bytes a body may have
   */
  public McpServlet(McpEndpoint endpoint, KeepAlive keepAlive, int maxBody) {
    this.endpoint = endpoint;
    this.keepAlive = keepAlive;
    this.maxBody = maxBody;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getMethod()) {
      case "POST" -> post(request, response);
      case "GET" -> get(request, response);
      case "DELETE" ->
          keepAlive.serve(
              request,
              response,
              endpoint,
              message(request, IncomingMessage.HttpMethod.DELETE, null));
      default -> {
        response.setHeader("Allow", "POST, GET, DELETE");
        RequestBodies.rejectBeforeBody(
            request,
            response,
            405,
            RpcError.invalidRequest("this endpoint accepts POST, GET and DELETE"));
      }
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (MediaTypes.refused(request, response)) {
      return;
    }
    if (!MediaTypes.acceptsBoth(request)) {
      RequestBodies.rejectBeforeBody(
          request,
          response,
          406,
          RpcError.invalidRequest("Accept must list application/json and text/event-stream"));
      return;
    }
    BodyOutcome received =
        RequestBody.readReceived(
            request, response, maxBody, (again, body) -> receive(again, response, body));
    if (received instanceof BodyOutcome.Whole whole) {
      keepAlive.serve(request, response, endpoint, post(request, whole));
    } else if (received != null) {
      receive(request, response, received);
    }
  }

  private void receive(HttpServletRequest request, HttpServletResponse response, BodyOutcome body)
      throws IOException {
    if (body instanceof BodyOutcome.Whole whole) {
      keepAlive.serve(request, response, endpoint, post(request, whole));
    } else {
      RequestBodies.refuse(request, response, (BodyOutcome.Incomplete) body);
    }
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (MediaTypes.acceptsEvents(request)) {
      keepAlive.serve(
          request, response, endpoint, message(request, IncomingMessage.HttpMethod.GET, null));
    } else {
      RequestBodies.refuse(
          request, response, 406, RpcError.invalidRequest("Accept must list text/event-stream"));
    }
  }

  private static IncomingMessage post(HttpServletRequest request, BodyOutcome.Whole body) {
    return message(request, IncomingMessage.HttpMethod.POST, RpcMessage.parse(body.bytes()));
  }

  private static IncomingMessage message(
      HttpServletRequest request, IncomingMessage.HttpMethod httpMethod, RpcMessage message) {
    RequestHeaders headers = headers(request);
    return new IncomingMessage(
        IncomingMessage.Channel.STREAMABLE_HTTP,
        httpMethod,
        headers,
        headers.first(RequestHeaders.SESSION_ID),
        message,
        CallerSource.of(request));
  }

  static RequestHeaders headers(HttpServletRequest request) {
    return ServletHeaders.of(request);
  }

  /**
   * Copy of the headers of one request, because the container reuses its request object for the
   * next request of the connection.
   */
  private record ServletHeaders(HttpFields fields, String path) implements RequestHeaders {

    static ServletHeaders of(HttpServletRequest request) {
      HttpFields fields =
          request instanceof ServletApiRequest direct ? direct.getFields() : copy(request);
      return new ServletHeaders(fields, CallerSource.path(request));
    }

    /** A filter may have changed what the container has. */
    private static HttpFields copy(HttpServletRequest request) {
      HttpFields.Mutable copy = HttpFields.build();
      for (String name : Collections.list(request.getHeaderNames())) {
        for (String value : Collections.list(request.getHeaders(name))) {
          copy.add(name, value);
        }
      }
      return copy.asImmutable();
    }

    @Override
    public List<String> all(String name) {
      return fields.getValuesList(name);
    }

    @Override
    public String first(String name) {
      String value = fields.get(name);
      return value == null ? null : value.strip();
    }
  }
}
