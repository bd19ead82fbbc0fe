package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.session.EventId;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.session.StreamLogEntry;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Writes events from the log of a stream to a connection, at the speed of the connection. Uses no
 * thread of its own: it runs when the log has new events or the connection is ready.
 */
public final class EventStreamWriter implements ResponseExchange.Listener, LocalSessionActivity {
  private final StreamLog log;
  private final StreamWriterSettings target;
  private final StreamLogReader source;
  private final ResponseExchange exchange;
  private final Consumer<EventStreamWriter> endListener;
  private final AtomicInteger pendingRuns = new AtomicInteger();
  private volatile PubSubChannels.Subscription subscription = () -> {};
  private volatile boolean started;
  private volatile boolean writable = true;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean failed;
  private volatile boolean paused;
  private volatile boolean closeRequested;
  private volatile boolean reconnectionTimeSent;
  volatile boolean revoked;
  private long lastUnclaimedAfter = -1;
  private volatile long position;
  private final PendingResponses open = new PendingResponses();

  public EventStreamWriter(
      StreamLog log,
      StreamWriterSettings target,
      ResponseExchange exchange,
      Consumer<EventStreamWriter> whenEnded) {
    this.log = log;
    this.target = target;
    this.source = new StreamLogReader(log, target);
    this.exchange = exchange;
    this.endListener = whenEnded;
  }

  /** Starts moving, after the last event of the stream that the client has. */
  void resume(StreamLogEntry last) {
    position = last.number();
    if (target.claims()) {
      source.resume(last);
    } else {
      source.readUpTo(position).forEach(open::onEvent);
    }
    start();
  }

  /** Starts moving, from the beginning. */
  void start() {
    started = true;
    exchange.setListener(this);
    if (exchange.isClosed()) {
      // The connection was closed before the listener was set.
      end();
      return;
    }
    subscription = source.subscribe(this::process);
    if (ended.get()) {
      subscription.close();
    }
    checkForEvents();
  }

  public String stream() {
    return source.stream();
  }

  /** Returns whether the writer sends unsolicited messages (GET stream). */
  boolean unrelated() {
    return target.claims();
  }

  /** Ends this writer because another connection continues the stream. */
  void supersede() {
    finish();
    source.notifyReaders();
  }

  @Override
  public boolean uses() {
    return true;
  }

  /** Whether another connection of the session has the events of a shared stream. */
  void pause(boolean pause) {
    paused = pause;
    lastUnclaimedAfter = -1;
  }

  /** Returns the ids of the requests whose responses end the stream; null for invalid requests. */
  public List<JsonNode> requests() {
    return open.requests();
  }

  /** Checks for new events. The connection stays open while the store is unavailable. */
  void checkForEvents() {
    try {
      process();
    } catch (StoreUnavailableException e) {
      failed = true;
    }
  }

  /** Continues after an outage of the store, or after the writer that took over has disappeared. */
  @Override
  public void poll() {
    if (failed) {
      failed = false;
      checkForEvents();
    } else if (paused && !ended.get()) {
      long claimed = source.claimed();
      boolean waiting = source.hasUnclaimedAfter(claimed);
      if (waiting && claimed == lastUnclaimedAfter) {
        pause(false);
        checkForEvents();
      } else {
        lastUnclaimedAfter = waiting ? claimed : -1;
      }
    }
  }

  private void process() {
    if (pendingRuns.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    try {
      do {
        writeEvents();
        missed = pendingRuns.addAndGet(-missed);
      } while (missed != 0);
    } catch (RuntimeException e) {
      // A failed run must not stop the writer: the next call starts again, at the latest the
      // keep-alive, because this event may have been the last one.
      failed = true;
      pendingRuns.set(0);
      throw e;
    }
  }

  private void writeEvents() {
    if (!ended.get() && open.isComplete()) {
      finish();
    }
    while (started && !ended.get() && writable && !paused) {
      List<StreamLogEntry> events = source.next(position);
      if (events.isEmpty()) {
        if (closeRequested) {
          closeForReconnect();
        }
        return;
      }
      for (StreamLogEntry event : events) {
        write(event);
        position = event.number();
        if (ended.get()) {
          return;
        }
      }
    }
  }

  private void write(StreamLogEntry event) {
    String id = target.ids() ? new EventId(source.stream(), event.number()).toString() : null;
    switch (event.kind()) {
      case OPENING -> writeOpeningEvent(id);
      case ABANDONED -> {}
      default -> send(ServerSentEvent.message(id, event.message()));
    }
    open.onEvent(event);
    if (open.isComplete()) {
      finish();
      log.delivered(target.session(), target.stream());
    }
  }

  private void writeOpeningEvent(String id) {
    if (target.retry() != null) {
      send(new ServerSentEvent(id, null, "", closeRequested ? target.retry() : null));
      reconnectionTimeSent = closeRequested;
    }
  }

  /**
   * Closes the connection before the stream is complete and sends the reconnection time. Other
   * streams do not contain "retry", because some clients give up such a stream.
   */
  public void closeForReconnect() {
    if (target.retry() != null && !reconnectionTimeSent && !ended.get()) {
      reconnectionTimeSent = true;
      String last =
          target.ids() && position > 0 ? new EventId(source.stream(), position).toString() : null;
      exchange.send(new ServerSentEvent(last, null, "", target.retry()));
    }
    finish();
  }

  /** The connection may become ready before this call detects that it was not. */
  private void send(ServerSentEvent event) {
    writable = false;
    if (exchange.send(event)) {
      writable = true;
    }
  }

  /**
   * Closes the connection after the logged events have been sent: a client needs an event id for
   * resumption, and another thread may be about to send it.
   */
  void closeAfterEvents() {
    closeRequested = true;
    checkForEvents();
  }

  /** Closes the connection; unsent events stay in the log. */
  public void finish() {
    exchange.close();
    end();
  }

  private void end() {
    if (!ended.getAndSet(true)) {
      subscription.close();
      source.release(position);
      endListener.accept(this);
    }
  }

  @Override
  public void onWritable() {
    writable = true;
    checkForEvents();
  }

  @Override
  public void onKeepAlive() {
    if (failed) {
      failed = false;
      checkForEvents();
    }
  }

  @Override
  public void onClosed() {
    end();
  }

  /**
   * A stream for unsolicited messages ends now; a stream with a pending response ends after the
   * response, if it is in time.
   */
  @Override
  public void onInstanceShutdown() {
    if (target.claims() && target.ids()) {
      closeForReconnect();
    }
  }

  @Override
  public void onShutdown() {
    closeForReconnect();
  }

  /**
   * A stream for unsolicited messages must be reopened with a new token; a request was
   * authenticated when it arrived.
   */
  @Override
  public void onAuthenticationExpired() {
    if (target.claims()) {
      closeForReconnect();
    }
  }

  @Override
  public void onAuthenticationRevoked() {
    revoked = true;
    finish();
  }

  @Override
  public void sessionEnded() {
    finish();
  }
}
