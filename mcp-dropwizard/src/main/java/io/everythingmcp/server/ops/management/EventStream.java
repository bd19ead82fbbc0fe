package io.everythingmcp.server.ops.management;

import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.event.EventRelay;
import io.everythingmcp.server.event.Notice;
import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.StreamEvent;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.wire.Json;
import java.util.Map;

/**
 * What happens on all instances, for one operator. An operator who reads slowly gets the rest when
 * there is room, from the log; so nothing piles up in here.
 */
final class EventStream implements Exchange.Listener {
  private final EventRelay relay;
  private final Exchange exchange;
  private final Runnable gone;
  private final Workers.Timer signs;
  private ServerEventBus.Listening watch = () -> {};
  private long last;
  private boolean full;
  private boolean over;

  EventStream(EventRelay relay, Workers workers, Exchange exchange, Runnable gone) {
    this.relay = relay;
    this.exchange = exchange;
    this.gone = gone;
    this.signs = workers.every(EventRelay.SIGN_OF_LIFE, relay::watching);
  }

  /**
   * Begins.
   *
   * @param after the last entry that is known; negative for what comes next
   */
  synchronized void open(long after) {
    exchange.listen(this);
    exchange.open(Map.of());
    exchange.send(new StreamEvent(null, "watching", "{}", null));
    last = after;
    watch = relay.watch(after, this::happened);
  }

  private synchronized void happened(EventRelay.Entry entry) {
    if (over || full) {
      return;
    }
    int rest = entry.notices().size();
    for (Notice notice : entry.notices()) {
      rest--;
      String id = rest == 0 ? Long.toString(entry.number()) : null;
      full |= !exchange.send(new StreamEvent(id, notice.type(), Json.text(notice), null));
    }
    last = entry.number();
    if (full) {
      watch.close();
    }
  }

  @Override
  public synchronized void ready() {
    if (full && !over) {
      full = false;
      watch = relay.watch(last, this::happened);
    }
  }

  @Override
  public void gone() {
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
  public void drain() {
    exchange.close();
  }
}
