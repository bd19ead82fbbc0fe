package io.everythingmcp.server.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Passes only requests whose body has been received to servlets that need it. */
public final class BodyFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final int limit;

  /**
   * A filter.
   *
   * @param limit how many bytes a body may have
   */
  public BodyFilter(int limit) {
    this.limit = limit;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!RequestBody.hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getHeader("Content-Encoding") != null) {
      response.setHeader("Accept-Encoding", "identity");
      RequestBody.drop(
          request,
          response,
          () -> response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE));
      return;
    }
    RequestBody.read(
        request,
        response,
        limit,
        (again, body) -> {
          if (body instanceof BodyOutcome.Incomplete incomplete) {
            response.sendError(incomplete.status(), incomplete.reason());
          } else {
            chain.doFilter(
                new BufferedRequest(again, ((BodyOutcome.Whole) body).bytes()), response);
          }
        });
  }
}
