package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * HTTP+SSE stream: the first event contains the message endpoint, then follow all messages of the
 * server.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse">HTTP
 *     with SSE</a>
 */
public final class SseServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Connector connector;
  private final transient KeepAlive keepAlive;
  private final String messages;

  /**
   * Creates the endpoint.
   *
   * @param messages path of the message endpoint, including the path of the public URL
   */
  public SseServlet(Connector connector, KeepAlive keepAlive, String messages) {
    this.connector = connector;
    this.keepAlive = keepAlive;
    this.messages = messages;
  }

  /** Creates a session with the lifetime of its stream. */
  @FunctionalInterface
  public interface Connector {
    /**
     * Connects a stream.
     *
     * @param owner owner key of the session
     * @param first creates the first event from the session id
     * @return the session id; empty if the exchange was rejected
     */
    Optional<String> connect(
        String owner, ResponseExchange exchange, Function<String, ServerSentEvent> first);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET");
      RequestBodies.refuse(
          request,
          response,
          405,
          RpcError.invalidRequest(
              "this endpoint accepts GET; send messages to the URI of the endpoint event"));
      return;
    }
    if (!MediaTypes.acceptsEvents(request)) {
      RequestBodies.refuse(
          request, response, 406, RpcError.invalidRequest("Accept must list text/event-stream"));
      return;
    }
    CallerIdentity caller = CallerSource.of(request);
    keepAlive.serve(request, response, exchange -> connect(caller, exchange));
  }

  private void connect(CallerIdentity caller, ResponseExchange exchange) {
    try {
      connector.connect(
          caller.ownerKey(),
          exchange,
          session ->
              new ServerSentEvent(null, "endpoint", messages + "?sessionId=" + session, null));
    } catch (StoreUnavailableException e) {
      RpcError error =
          RpcError.unavailable("The shared store cannot be reached; try again in a second");
      byte[] body = WireJson.bytes(RpcMessage.error(null, error));
      exchange.reply(503, Map.of("Retry-After", "1"), body);
    }
  }
}
