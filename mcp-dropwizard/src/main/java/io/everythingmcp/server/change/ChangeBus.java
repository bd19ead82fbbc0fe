package io.everythingmcp.server.change;

import io.everythingmcp.server.store.Signals;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Ids;
import io.everythingmcp.server.wire.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Carries changes to every listener on every instance. */
public final class ChangeBus {
  private static final String CHANNEL = "mcp:changes";

  private final Signals signals;
  private final String instance = Ids.random();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  public ChangeBus(Store store) {
    this.signals = store.signals();
    signals.listen(CHANNEL, this::heard);
  }

  /**
   * Tells everybody: other instances by a signal, this one directly, because it alone tells those
   * whose state all instances share, and a signal to itself may be lost.
   */
  public void publish(Change.Kind kind, String subject) {
    Change change = new Change(kind, subject, instance);
    signals.send(CHANNEL, Json.text(change));
    listeners.forEach(listener -> listener.accept(change));
  }

  /** Listens from now on. Listeners are called one after the other and must not block. */
  public void listen(Consumer<Change> listener) {
    listeners.add(listener);
  }

  /**
   * Whether a change happened on this instance: then it is for this one to tell those whose state
   * all instances share.
   */
  public boolean ours(Change change) {
    return change.origin().equals(instance);
  }

  /**
   * An empty message says that some may have been missed: then all lists, and any resource, may
   * have changed.
   */
  private void heard(String message) {
    if (message.isEmpty()) {
      for (Change.Kind kind : Change.Kind.values()) {
        Change unknown = new Change(kind, null, "");
        listeners.forEach(listener -> listener.accept(unknown));
      }
    } else {
      Change change = Json.read(message, Change.class);
      if (!ours(change)) {
        listeners.forEach(listener -> listener.accept(change));
      }
    }
  }
}
