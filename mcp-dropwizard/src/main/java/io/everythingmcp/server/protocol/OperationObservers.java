package io.everythingmcp.server.protocol;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where requests say that they have been worked on, for those who measure. */
public final class OperationObservers {
  private static final Logger LOG = LoggerFactory.getLogger(OperationObservers.class);

  private final List<Consumer<CompletedOperation>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean traced;

  /**
   * Measures from now on.
   *
   * @param listener is called on the thread of the request, so it must be quick
   */
  public void listen(Consumer<CompletedOperation> listener) {
    listeners.add(listener);
  }

  /** From now on a request whose transport names a trace is part of it, unless it names one. */
  public void trace() {
    traced = true;
  }

  /** A message has come that somebody will work on. */
  void arrived(IncomingMessage in) {
    if (traced) {
      TraceContext.adopt(in);
    }
  }

  /** An operation has ended; it is made only where somebody measures. Never throws. */
  public void ended(Supplier<CompletedOperation> operation) {
    if (listeners.isEmpty()) {
      return;
    }
    CompletedOperation made = operation.get();
    for (Consumer<CompletedOperation> listener : listeners) {
      try {
        listener.accept(made);
      } catch (RuntimeException e) {
        LOG.error("An operation was not measured", e);
      }
    }
  }
}
