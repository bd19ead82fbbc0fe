package io.everythingmcp.server.transport.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Listener for the end of an asynchronous request of any kind. */
record AsyncCompletionListener(Runnable over) implements AsyncListener {

  /** Brings one to its end, unless the container was faster. */
  static void complete(AsyncContext context) {
    try {
      context.complete();
    } catch (IllegalStateException e) {
      // It is complete already.
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    over.run();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    over.run();
  }

  @Override
  public void onError(AsyncEvent event) {
    over.run();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is not started again.
  }
}
