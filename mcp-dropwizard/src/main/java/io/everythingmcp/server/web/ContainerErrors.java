package io.everythingmcp.server.web;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.jersey.errors.ErrorMessage;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.PathSpecSet;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Renders Jetty's errors of requests that do not reach a servlet, or whose servlet fails: a page
 * for browsers, a JSON-RPC error at the MCP endpoints, otherwise JSON.
 */
public final class ContainerErrors extends ErrorHandler {
  private final Optional<ErrorPage> page;
  private final PathSpecSet protocol = new PathSpecSet();

  private ContainerErrors(Optional<ErrorPage> page, String... protocol) {
    this.page = page;
    this.protocol.addAll(List.of(protocol));
  }

  /**
   * Installs the error responses of the container.
   *
   * @param protocol URL patterns of the protocol's endpoints
   */
  public static void install(Environment environment, ErrorPage page, String... protocol) {
    install(environment, new ContainerErrors(Optional.of(page), protocol));
  }

  /** Installs the error handler of a server without pages. */
  public static void install(Environment environment, String... protocol) {
    install(environment, new ContainerErrors(Optional.empty(), protocol));
  }

  private static void install(Environment environment, ContainerErrors errors) {
    environment.getApplicationContext().setErrorHandler(errors);
    environment.lifecycle().addServerLifecycleListener(server -> server.setErrorHandler(errors));
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    boolean html =
        page.isPresent() && ErrorPage.wanted(request.getHeaders().get(HttpHeader.ACCEPT));
    byte[] body = html ? page.get().html(status, null) : json(request, status);
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, html ? "text/html;charset=utf-8" : "application/json");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      // The container rejects requests during its shutdown.
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private byte[] json(Request request, int status) {
    String reason = reason(status);
    if (!protocol.test(Request.getPathInContext(request))) {
      return WireJson.bytes(new ErrorMessage(status, reason));
    }
    RpcError error = RpcError.internal(reason);
    if (status < HttpStatus.INTERNAL_SERVER_ERROR_500) {
      error = RpcError.invalidRequest(reason);
    } else if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
      error = RpcError.unavailable(reason);
    }
    return WireJson.bytes(RpcMessage.error(null, error));
  }

  private static String reason(int status) {
    return switch (status) {
      case HttpStatus.REQUEST_TIMEOUT_408 ->
          "Request timeout: body not received in time (edge.bodyTime, edge.bodyRate)";
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          "the headers are longer than the connector allows (maxRequestHeaderSize)";
      case HttpStatus.UNSUPPORTED_MEDIA_TYPE_415 ->
          "Content-Encoding must be absent, and Content-Type one that this endpoint accepts";
      default -> HttpStatus.getMessage(status);
    };
  }
}
