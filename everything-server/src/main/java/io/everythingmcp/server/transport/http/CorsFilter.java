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
import java.util.stream.Collectors;

/**
 * Lets pages of other origins read answers, errors included, and answers their preflights. Never
 * with credentials, so an asterisk is safe.
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

  private final boolean everybody;
  private final transient Set<String> origins;

  /**
   * The filter.
   *
   * @param corsOrigins origins separated by commas, or an asterisk for all
   */
  public CorsFilter(String corsOrigins) {
    origins =
        Arrays.stream(corsOrigins.split(","))
            .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    everybody = origins.contains("*");
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
    boolean listed = origins.contains(origin.toLowerCase(Locale.ROOT));
    if (everybody || listed) {
      response.setHeader("Access-Control-Allow-Origin", everybody ? "*" : origin);
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
      if (!everybody) {
        response.addHeader("Vary", "Origin");
      }
    }
    if (request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null) {
      preflight(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void preflight(HttpServletRequest request, HttpServletResponse response) {
    String wanted = request.getHeader("Access-Control-Request-Headers");
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS");
    response.setHeader("Access-Control-Allow-Headers", allowed(wanted == null ? "" : wanted));
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(204);
  }

  private static String allowed(String wanted) {
    String more =
        Arrays.stream(wanted.split(","))
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> name.matches("mcp-param-[a-z0-9!#$%&'*+.^_`|~-]+"))
            .map(name -> ", " + name)
            .collect(Collectors.joining());
    return ALLOWED.stream().sorted().collect(Collectors.joining(", ")) + more;
  }
}
