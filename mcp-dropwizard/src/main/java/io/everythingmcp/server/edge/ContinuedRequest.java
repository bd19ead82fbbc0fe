package io.everythingmcp.server.edge;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A request that goes on after its thread has left it. To what is behind it looks like one that has
 * just come: it is asynchronous only when somebody asks for that, and otherwise over when they
 * return.
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

  /** What is behind has returned. */
  void finish() {
    if (!kept) {
      try {
        context.complete();
      } catch (IllegalStateException e) {
        // The container has ended it.
      }
    }
  }

  /** What is behind has thrown something. */
  void fail() {
    if (!kept && !response.isCommitted()) {
      try {
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      } catch (IOException | IllegalStateException e) {
        // Nobody is there to read it.
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
