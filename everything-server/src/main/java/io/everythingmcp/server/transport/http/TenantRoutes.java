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
 * Finds the tenant a request is for, and notes it as its caller's. On {@code /t/{tenant}/mcp} the
 * path names the tenant and the credential must belong to it: anything else does not exist, 404. On
 * {@code /mcp} the credential names the tenant; what names none goes on to the server for
 * everybody.
 */
public final class TenantRoutes extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Pattern PATH = Pattern.compile("/t/([a-z0-9-]{1,63})/mcp");
  private static final String SCHEME = "Bearer ";

  private final transient Directory directory;
  private final boolean everybody;

  /**
   * The filter.
   *
   * @param everybody whether there is a server for everybody
   */
  public TenantRoutes(Directory directory, boolean everybody) {
    this.directory = directory;
    this.everybody = everybody;
  }

  /** Who gets which server. */
  public interface Directory {
    /** The caller that a static token or API key stands for; their tenant is set. */
    Optional<Caller> byToken(String secret);

    /** The tenant of a caller; empty for the server for everybody. */
    Optional<String> tenant(HttpServletRequest request, Caller caller);

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
    Caller caller = placed(request);
    if (path.startsWith("/t/")) {
      byPath(path, caller, request, response, chain);
    } else if (caller.tenant().isPresent() || everybody) {
      goOn(caller, request, response, chain);
    } else if (caller.subject().isPresent()) {
      TenantDispatch.missing(request, response);
    } else {
      unknown(request, response);
    }
  }

  /** The caller, with the tenant that they belong to. */
  private Caller placed(HttpServletRequest request) {
    Caller caller = CallerSource.of(request);
    if (caller.subject().isEmpty()) {
      // Where nobody must authenticate nobody has looked for static tokens yet.
      caller = known(directory, request).orElse(caller);
    }
    Optional<String> tenant = directory.tenant(request, caller);
    return tenant.equals(caller.tenant()) ? caller : caller.of(tenant);
  }

  private void byPath(
      String path,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    Matcher matcher = PATH.matcher(path);
    String tenant = matcher.matches() ? matcher.group(1) : "";
    if (caller.tenant().filter(tenant::equals).isPresent()) {
      goOn(caller, request, response, chain);
    } else if (secret(request) == null && directory.open(tenant)) {
      goOn(Caller.anonymousOf(tenant), request, response, chain);
    } else if (secret(request) == null && matcher.matches()) {
      unknown(request, response);
    } else {
      TenantDispatch.missing(request, response);
    }
  }

  private static void goOn(
      Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CallerSource.put(request, caller);
    chain.doFilter(request, response);
  }

  private static void unknown(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean sent = secret(request) != null;
    String problem = sent ? "the token leads to no server" : "a token is needed here";
    response.setHeader(
        "WWW-Authenticate",
        sent ? "Bearer error=\"invalid_token\", error_description=\"" + problem + "\"" : "Bearer");
    Bodies.turnAway(request, response, 401, RpcError.invalidRequest(problem));
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
