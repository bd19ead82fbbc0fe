package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.wire.RpcError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Takes a request to the server of its caller's tenant, if it has one. */
public final class TenantDispatchFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient TenantResolutionFilter.Directory directory;

  public TenantDispatchFilter(TenantResolutionFilter.Directory directory) {
    this.directory = directory;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CallerIdentity caller = CallerSource.of(request);
    if (caller.tenant().isEmpty()) {
      chain.doFilter(request, response);
    } else if (!directory.serve(caller.tenant().get(), request, response)) {
      missing(request, response);
    }
  }

  /** The server exists, but cannot be created. */
  public static void broken(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestBodies.rejectBeforeBody(
        request, response, 500, RpcError.internal("The server cannot be started"));
  }

  static void missing(HttpServletRequest request, HttpServletResponse response) throws IOException {
    RequestBodies.rejectBeforeBody(
        request, response, 404, RpcError.invalidRequest("unknown server"));
  }
}
