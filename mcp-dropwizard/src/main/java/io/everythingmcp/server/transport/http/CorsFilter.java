package io.everythingmcp.server.transport.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Allows pages of other origins to read responses, including errors, and responds to preflights.
 * Credentials mode is not supported, so an asterisk is safe.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
public final class CorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String EXPOSED =
      "Mcp-Session-Id, MCP-Protocol-Version, WWW-Authenticate, Retry-After";
  private static final Set<String> ALLOWED =
      Set.of(
          "accept",
          "authorization",
          "content-type",
          "last-event-id",
          "mcp-method",
          "mcp-name",
          "mcp-protocol-version",
          "mcp-session-id",
          "x-api-key",
          "traceparent",
          "tracestate",
          "baggage");

  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+");

  private final boolean anyOrigin;
  private final transient Set<String> origins;
  private final transient Set<String> headers;

  /**
   * Creates the filter.
   *
   * @param corsOrigins origins separated by commas, or an asterisk for all
   * @param corsHeaders further headers that pages may send, separated by commas; empty for those
   *     that they request
   */
  public CorsFilter(String corsOrigins, String corsHeaders) {
    origins = list(corsOrigins);
    headers = list(corsHeaders);
    anyOrigin = origins.contains("*");
  }

  private static Set<String> list(String commas) {
    return Arrays.stream(commas.split(","))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      chain.doFilter(request, response);
      return;
    }
    addResponseHeaders(request, response);
    if (request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null) {
      preflight(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Adds the headers with which an allowed origin may read the response. */
  void addResponseHeaders(HttpServletRequest request, HttpServletResponse response) {
    String origin = request.getHeader("Origin");
    if (anyOrigin || origins.contains(origin.toLowerCase(Locale.ROOT))) {
      response.setHeader("Access-Control-Allow-Origin", anyOrigin ? "*" : origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
      if (!anyOrigin) {
        response.addHeader("Vary", "Origin");
      }
    }
  }

  private void preflight(HttpServletRequest request, HttpServletResponse response) {
    String wanted = request.getHeader("Access-Control-Request-Headers");
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", allowed(wanted == null ? "" : wanted));
    response.addHeader("Vary", "Access-Control-Request-Headers");
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(204);
  }

  private String allowed(String wanted) {
    Set<String> names = new TreeSet<>(ALLOWED);
    names.addAll(headers);
    Arrays.stream(wanted.split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> NAME.matcher(name).matches())
        .filter(name -> headers.isEmpty() || name.startsWith("mcp-param-"))
        .forEach(names::add);
    return String.join(", ", names);
  }
}
