package io.everythingmcp.server.management;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.event.EventRelay;
import io.everythingmcp.server.event.RelayedEvent;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;

/**
 * Event stream of all instances for one operator. A slow reader receives the remaining events from
 * the log, so nothing accumulates in memory.
 */
final class EventStream implements ResponseExchange.Listener {
  private final EventRelay relay;
  private final ResponseExchange exchange;
  private final Runnable closeListener;
  private final ServerExecutor.Timer signs;
  private ServerEventBus.Subscription subscription = () -> {};
  private long last;
  private boolean bufferFull;
  private boolean ended;

  EventStream(EventRelay relay, ServerExecutor workers, ResponseExchange exchange, Runnable gone) {
    this.relay = relay;
    this.exchange = exchange;
    this.closeListener = gone;
    this.signs = workers.scheduleAtFixedRate(EventRelay.SIGN_OF_LIFE, relay::announceSubscriber);
  }

  /**
   * Opens the stream.
   *
   * @param after last received entry; negative to start with the next one
   */
  synchronized void open(long after) {
    exchange.setListener(this);
    exchange.openStream(Map.of());
    exchange.send(new ServerSentEvent(null, "watching", "{}", null));
    last = after;
    subscription = relay.subscribe(after, this::onEntry);
  }

  private synchronized void onEntry(EventRelay.Entry entry) {
    if (ended || bufferFull) {
      return;
    }
    int rest = entry.notices().size();
    for (RelayedEvent notice : entry.notices()) {
      rest--;
      String id = rest == 0 ? Long.toString(entry.number()) : null;
      bufferFull |=
          !exchange.send(new ServerSentEvent(id, notice.type(), WireJson.text(notice), null));
    }
    last = entry.number();
    if (bufferFull) {
      subscription.close();
    }
  }

  @Override
  public synchronized void onWritable() {
    if (bufferFull && !ended) {
      bufferFull = false;
      subscription = relay.subscribe(last, this::onEntry);
    }
  }

  @Override
  public void onClosed() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      subscription.close();
      signs.cancel();
    }
    closeListener.run();
  }

  @Override
  public void onShutdown() {
    exchange.close();
  }
}
