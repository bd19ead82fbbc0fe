package io.everythingmcp.server.transport.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Hears that an asynchronous request is over, whatever ended it. */
record AsyncEnd(Runnable over) implements AsyncListener {

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
