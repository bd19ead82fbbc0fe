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
  private final Runnable gone;
  private final ServerExecutor.Timer signs;
  private ServerEventBus.Subscription watch = () -> {};
  private long last;
  private boolean full;
  private boolean over;

  EventStream(EventRelay relay, ServerExecutor workers, ResponseExchange exchange, Runnable gone) {
    this.relay = relay;
    this.exchange = exchange;
    this.gone = gone;
    this.signs = workers.scheduleAtFixedRate(EventRelay.SIGN_OF_LIFE, relay::watching);
  }

  /**
   * Begins.
   *
   * @param after the last entry that is known; negative for what comes next
   */
  synchronized void open(long after) {
    exchange.setListener(this);
    exchange.openStream(Map.of());
    exchange.send(new ServerSentEvent(null, "watching", "{}", null));
    last = after;
    watch = relay.watch(after, this::happened);
  }

  private synchronized void happened(EventRelay.Entry entry) {
    if (over || full) {
      return;
    }
    int rest = entry.notices().size();
    for (RelayedEvent notice : entry.notices()) {
      rest--;
      String id = rest == 0 ? Long.toString(entry.number()) : null;
      full |= !exchange.send(new ServerSentEvent(id, notice.type(), WireJson.text(notice), null));
    }
    last = entry.number();
    if (full) {
      watch.close();
    }
  }

  @Override
  public synchronized void onWritable() {
    if (full && !over) {
      full = false;
      watch = relay.watch(last, this::happened);
    }
  }

  @Override
  public void onClosed() {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      watch.close();
      signs.cancel();
    }
    gone.run();
  }

  @Override
  public void onShutdown() {
    exchange.close();
  }
}
