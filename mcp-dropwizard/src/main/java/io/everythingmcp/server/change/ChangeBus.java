package io.everythingmcp.server.change;

import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Carries changes to every listener on every instance. */
public final class ChangeBus {
  private static final String CHANNEL = "mcp:changes";

  private final PubSubChannels signals;
  private final String instance = SecureIds.random();
  private final List<Consumer<ChangeEvent>> listeners = new CopyOnWriteArrayList<>();

  public ChangeBus(StateStore store) {
    this.signals = store.signals();
    signals.subscribe(CHANNEL, this::onMessage);
  }

  /**
   * Publishes a change: to other instances by a signal, to this one directly, because it notifies
   * the clients whose state is shared, and a signal to itself may be lost.
   */
  public void publish(ChangeEvent.Kind kind, String subject) {
    ChangeEvent change = new ChangeEvent(kind, subject, instance);
    signals.publish(CHANNEL, WireJson.text(change));
    listeners.forEach(listener -> listener.accept(change));
  }

  /** Subscribes to changes. Listeners are called one after the other and must not block. */
  public void subscribe(Consumer<ChangeEvent> listener) {
    listeners.add(listener);
  }

  /**
   * Returns whether a change occurred on this instance, which then notifies the clients whose state
   * is shared.
   */
  public boolean isLocal(ChangeEvent change) {
    return change.origin().equals(instance);
  }

  /**
   * Receives a signal. An empty message means that some may have been missed: all lists and any
   * resource may have changed.
   */
  private void onMessage(String message) {
    if (message.isEmpty()) {
      for (ChangeEvent.Kind kind : ChangeEvent.Kind.values()) {
        ChangeEvent unknown = new ChangeEvent(kind, null, "");
        listeners.forEach(listener -> listener.accept(unknown));
      }
    } else {
      ChangeEvent change = WireJson.read(message, ChangeEvent.class);
      if (!isLocal(change)) {
        listeners.forEach(listener -> listener.accept(change));
      }
    }
  }
}
