package io.everythingmcp.server.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Sets security headers for browsers. */
public final class SecurityHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri"
          + " 'none'; frame-ancestors 'none'";

  /** The policy of a page that has the script of this server, and no other one. */
  public static final String WITH_SCRIPT = POLICY + "; script-src 'self'";

  private final boolean https;
  private final transient Set<String> endpoints;

  /**
   * Creates the filter.
   *
   * @param https whether this server is reached over https only
   * @param endpoints paths that return pages only to browsers that request them, and need no
   *     headers for pages
   */
  public SecurityHeadersFilter(boolean https, Set<String> endpoints) {
    this.https = https;
    this.endpoints = Set.copyOf(endpoints);
  }

  /** Sets the headers of an HTML page. */
  public static void forPage(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    if (!endpoints.contains(request.getServletPath())) {
      forPage(response);
    }
    if (https) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    chain.doFilter(request, response);
  }
}
