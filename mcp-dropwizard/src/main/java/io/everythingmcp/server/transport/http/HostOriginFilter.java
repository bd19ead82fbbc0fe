package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.wire.RpcError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Rejects requests with a host or origin that is not allowed; the message names the setting. */
public final class HostOriginFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient AllowedHosts allowed;
  private final CorsFilter cors;

  /**
   * A filter.
   *
   * @param cors decides which pages may read a refusal
   */
  public HostOriginFilter(AllowedHosts allowed, CorsFilter cors) {
    this.allowed = allowed;
    this.cors = cors;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String host = request.getHeader("Host");
    String origin = request.getHeader("Origin");
    if (!allowed.host(host)) {
      RequestBodies.rejectBeforeBody(
          request,
          response,
          403,
          RpcError.invalidRequest(
              "Host '"
                  + Objects.requireNonNullElse(host, "")
                  + "' is not allowed; set BASE_URI (baseUri) or ALLOWED_HOSTS"
                  + " (edge.allowedHosts)"));
    } else if (!allowed.origin(origin)) {
      cors.addResponseHeaders(request, response);
      RequestBodies.rejectBeforeBody(
          request,
          response,
          403,
          RpcError.invalidRequest(
              "Origin '"
                  + origin
                  + "' is not allowed; list it by name in CORS_ORIGINS (edge.corsOrigins)"));
    } else {
      chain.doFilter(request, response);
    }
  }
}
