package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.wire.RpcError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the server a request is for. On {@code /t/{tenant}/mcp} the path names the tenant and the
 * credential must belong to it: anything else does not exist, 404. On {@code /mcp} the credential
 * names the tenant; what names none goes on to the server for everybody.
 */
public final class TenantRoutes extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/t/([a-z0-9-]{1,63})/mcp");
  private static final String SCHEME = "Bearer ";

  private final transient Directory directory;

  public TenantRoutes(Directory directory) {
    this.directory = directory;
  }

  /** Who gets which server. */
  public interface Directory {
    /** The caller that a static token or API key stands for; their tenant is set. */
    Optional<Caller> byToken(String secret);

    /** Whether a tenant serves those who bring no credential. */
    boolean open(String tenant);

    /** Serves a request for a tenant; false when there is no such tenant. */
    boolean serve(String tenant, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  /**
   * The caller whom a tenant knows by what a request brings, where that counts: HTTP+SSE is for the
   * server for everybody only.
   */
  public static Optional<Caller> known(Directory directory, HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    return path.equals("/mcp") || path.startsWith("/t/")
        ? Optional.ofNullable(secret(request)).flatMap(directory::byToken)
        : Optional.empty();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith("/t/")) {
      byPath(path, request, response);
    } else {
      byCaller(request, response, chain);
    }
  }

  private void byCaller(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Caller caller = caller(request).orElseGet(() -> CallerSource.of(request));
    if (caller.tenant().isEmpty()) {
      chain.doFilter(request, response);
    } else {
      serve(caller, request, response);
    }
  }

  private void byPath(String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Matcher matcher = PATH.matcher(path);
    String tenant = matcher.matches() ? matcher.group(1) : "";
    Caller caller = caller(request).orElseGet(() -> CallerSource.of(request));
    if (caller.tenant().filter(tenant::equals).isPresent()) {
      serve(caller, request, response);
    } else if (secret(request) == null && directory.open(tenant)) {
      serve(Caller.anonymousOf(tenant), request, response);
    } else if (secret(request) == null && matcher.matches()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      Bodies.refuse(response, 401, RpcError.invalidRequest("a token is needed here"));
    } else {
      missing(response);
    }
  }

  private void serve(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    CallerSource.put(request, caller);
    if (!directory.serve(caller.tenant().orElseThrow(), request, response)) {
      missing(response);
    }
  }

  private static void missing(HttpServletResponse response) throws IOException {
    Bodies.refuse(response, 404, RpcError.invalidRequest("there is no such server"));
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    return known(directory, request);
  }

  private static String secret(HttpServletRequest request) {
    String key = request.getHeader("X-API-Key");
    String credentials = request.getHeader("Authorization");
    if (credentials == null) {
      return key;
    }
    return credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? credentials.substring(SCHEME.length()).strip()
        : credentials;
  }
}
