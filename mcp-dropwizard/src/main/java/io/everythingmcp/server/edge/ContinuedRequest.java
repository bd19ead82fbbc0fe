package io.everythingmcp.server.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Request that continues on another thread. To the servlet it appears as a new one: it is
 * asynchronous only after startAsync, and otherwise complete when the servlet returns.
 */
final class ContinuedRequest extends HttpServletRequestWrapper {
  private final HttpServletResponse response;
  private final AsyncContext context;
  private volatile boolean kept;

  ContinuedRequest(HttpServletRequest request, HttpServletResponse response) {
    super(request);
    this.response = response;
    this.context = request.startAsync();
    context.setTimeout(0);
  }

  AsyncContext context() {
    return context;
  }

  /** Called when the remaining chain has returned. */
  void finish() {
    if (!kept) {
      try {
        context.complete();
      } catch (IllegalStateException e) {
        // The container has ended it.
      }
    }
  }

  /** Called when the remaining chain has thrown an exception. */
  void fail() {
    if (!kept && !response.isCommitted()) {
      try {
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      } catch (IOException | IllegalStateException e) {
        // The client has disconnected.
      }
    }
  }

  @Override
  public AsyncContext startAsync() {
    kept = true;
    return context;
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse other) {
    return startAsync();
  }

  @Override
  public boolean isAsyncStarted() {
    return kept;
  }
}
