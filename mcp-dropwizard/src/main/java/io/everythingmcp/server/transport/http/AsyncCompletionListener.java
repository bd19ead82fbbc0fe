package io.everythingmcp.server.transport.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Hears that an asynchronous request is over, whatever ended it. */
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
    // Nobody starts it twice.
  }
}
