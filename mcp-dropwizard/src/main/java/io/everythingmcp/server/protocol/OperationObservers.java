package io.everythingmcp.server.protocol;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Observers of completed operations, for metrics and logs. */
public final class OperationObservers {
  private static final Logger LOG = LoggerFactory.getLogger(OperationObservers.class);

  private final List<Consumer<CompletedOperation>> listeners = new CopyOnWriteArrayList<>();
  private final List<BiConsumer<String, String>> authentications = new CopyOnWriteArrayList<>();
  private volatile boolean traced;

  /**
   * Measures from now on.
   *
   * @param listener is called on the thread of the request, so it must be quick
   */
  public void subscribe(Consumer<CompletedOperation> listener) {
    listeners.add(listener);
  }

  /**
   * Subscribes to the outcomes of authentication and of the authorization server.
   *
   * @param listener receives the operation and its outcome, on the thread of the request
   */
  public void subscribeToAuthentication(BiConsumer<String, String> listener) {
    authentications.add(listener);
  }

  /**
   * Notifies the observers of the outcome of authentication, or of a request to the authorization
   * server.
   *
   * @param operation {@code request}, {@code management}, or the name of an endpoint
   * @param outcome one word, such as {@code accepted} or an error code of OAuth
   */
  public void authenticated(String operation, String outcome) {
    authentications.forEach(listener -> listener.accept(operation, outcome));
  }

  /**
   * Enables trace contexts: a request joins the trace of its HTTP headers, unless its metadata
   * names another one.
   */
  public void trace() {
    traced = true;
  }

  /** Notifies the observers of a message that will be processed. */
  void onMessage(IncomingMessage in) {
    if (traced) {
      TraceContext.addTraceContext(in);
    }
  }

  /**
   * Notifies the observers of a completed operation, which is created only if there are observers.
   * Never throws.
   */
  public void publish(Supplier<CompletedOperation> operation) {
    if (listeners.isEmpty()) {
      return;
    }
    try {
      CompletedOperation made = operation.get();
      listeners.forEach(listener -> accept(listener, made));
    } catch (RuntimeException e) {
      LOG.error("An operation was not measured", e);
    }
  }

  /** An error of one observer does not affect the others. */
  private static void accept(Consumer<CompletedOperation> listener, CompletedOperation made) {
    try {
      listener.accept(made);
    } catch (RuntimeException e) {
      LOG.error("An operation was not measured", e);
    }
  }
}
