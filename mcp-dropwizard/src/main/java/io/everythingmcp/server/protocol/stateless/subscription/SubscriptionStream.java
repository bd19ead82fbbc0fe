package io.everythingmcp.server.protocol.stateless.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.ChangeEvent;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One open {@code subscriptions/listen} stream. Uses no thread. A change that a slow client has not
 * yet read is queued only once.
 */
final class SubscriptionStream implements ResponseExchange.Listener {
  private final ListenRequest subscriber;
  private final SubscriptionFilter filter;
  private final ResponseExchange exchange;
  private final ObjectNode result;
  private final Consumer<SubscriptionStream> ended;
  private final Set<String> pendingNotifications = new LinkedHashSet<>();
  private boolean acknowledged;
  private boolean bufferFull;
  private boolean closed;

  /**
   * Creates a stream.
   *
   * @param result the result at the end of the request
   * @param ended called once at the end
   */
  SubscriptionStream(
      ListenRequest subscriber,
      SubscriptionFilter filter,
      ResponseExchange exchange,
      ObjectNode result,
      Consumer<SubscriptionStream> ended) {
    this.subscriber = subscriber;
    this.filter = filter;
    this.exchange = exchange;
    this.result = result;
    this.ended = ended;
  }

  ListenRequest subscriber() {
    return subscriber;
  }

  /** Starts the stream with the acknowledgement. */
  synchronized void start() {
    exchange.openStream(Map.of());
    ObjectNode params = WireJson.object();
    params.set("notifications", filter.honoured());
    send(
        subscriber.tagged(
            RpcMessage.notification("notifications/subscriptions/acknowledged", params)));
    acknowledged = true;
  }

  /** Sends a change if the filter includes it. */
  void send(ChangeEvent change) {
    filter.notifications(change).forEach(this::send);
  }

  /** Sends a notification. */
  void send(ObjectNode notification) {
    enqueue(subscriber.tagged(notification));
  }

  private synchronized void enqueue(String message) {
    if (!acknowledged || closed) {
      return;
    }
    if (bufferFull) {
      pendingNotifications.add(message);
    } else {
      send(message);
    }
  }

  private void send(String message) {
    bufferFull = !exchange.send(ServerSentEvent.message(null, message));
  }

  @Override
  public synchronized void onWritable() {
    bufferFull = false;
    Iterator<String> next = pendingNotifications.iterator();
    while (!closed && !bufferFull && next.hasNext()) {
      String message = next.next();
      next.remove();
      send(message);
    }
  }

  /** Ends the stream with the response to the request. */
  void finish() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (subscriber.lines()) {
        send(subscriber.cancelled());
      }
      send(subscriber.response(result));
      exchange.close();
    }
    ended.accept(this);
  }

  /** Ends the stream without a message, because the client cancelled it. */
  void closeWithoutResponse() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      exchange.close();
    }
    ended.accept(this);
  }

  @Override
  public void onShutdown() {
    finish();
  }

  @Override
  public void onAuthenticationRevoked() {
    finish();
  }

  @Override
  public void onClosed() {
    closeWithoutResponse();
  }
}
