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
 * HTTP+SSE, the stream: its first event says where to post, then come all messages of the server.
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
   * The endpoint.
   *
   * @param messages where clients post: a path as they see it, so with the path of the public URL
   */
  public SseServlet(Connector connector, KeepAlive keepAlive, String messages) {
    this.connector = connector;
    this.keepAlive = keepAlive;
    this.messages = messages;
  }

  /** Begins a session that lives as long as its one stream. */
  @FunctionalInterface
  public interface Connector {
    /**
     * Connects.
     *
     * @param owner whose session it is
     * @param first the first event, made from the session's id
     * @return the session's id, or nothing when the exchange was refused
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
              "this endpoint takes GET; post to the address in its first event"));
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
