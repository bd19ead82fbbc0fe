package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.wire.RpcError;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the number of open subscription streams: GET, or {@code subscriptions/listen}, which a
 * header identifies before the body is read. Response streams do not count.
 */
public final class StreamLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String LISTEN = "subscriptions/listen";
  private static final String RETRY_AFTER = "5";

  private final transient AtomicInteger open = new AtomicInteger();
  private final int most;

  /**
   * A filter.
   *
   * @param most how many streams may be open
   */
  public StreamLimitFilter(int most) {
    this.most = most;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("GET") && !LISTEN.equals(request.getHeader("Mcp-Method"))) {
      chain.doFilter(request, response);
      return;
    }
    if (open.incrementAndGet() > most) {
      open.decrementAndGet();
      response.setHeader("Retry-After", RETRY_AFTER);
      RequestBodies.rejectBeforeBody(
          request,
          response,
          503,
          RpcError.unavailable("limit of open streams reached: " + most + " (quota.streams)"));
      return;
    }
    Once end = new Once();
    try {
      chain.doFilter(request, response);
      if (request.isAsyncStarted()) {
        request.getAsyncContext().addListener(end);
      } else {
        end.over();
      }
    } catch (IOException | ServletException | RuntimeException e) {
      end.over();
      throw e;
    }
  }

  /** Counts the end of one stream once. */
  private final class Once implements AsyncListener {
    private final AtomicBoolean over = new AtomicBoolean();

    void over() {
      if (over.compareAndSet(false, true)) {
        open.decrementAndGet();
      }
    }

    @Override
    public void onComplete(AsyncEvent event) {
      over();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      over();
    }

    @Override
    public void onError(AsyncEvent event) {
      over();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // It is the same stream.
    }
  }
}
