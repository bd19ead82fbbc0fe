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
 * Moves events from the log of a stream to a connection, as fast as the connection takes them.
 * There is no thread in here: it runs for a moment whenever there is something new in the log or
 * room in the connection.
 */
public final class EventStreamWriter implements ResponseExchange.Listener, LocalSessionActivity {
  private final StreamLog log;
  private final StreamWriterSettings target;
  private final StreamLogReader source;
  private final ResponseExchange exchange;
  private final Consumer<EventStreamWriter> whenEnded;
  private final AtomicInteger work = new AtomicInteger();
  private volatile PubSubChannels.Subscription ear = () -> {};
  private volatile boolean started;
  private volatile boolean writable = true;
  private final AtomicBoolean done = new AtomicBoolean();
  private volatile boolean failed;
  private volatile boolean paused;
  private volatile boolean leaving;
  private volatile boolean parted;
  volatile boolean revoked;
  private long stuckAt = -1;
  private volatile long position;
  private final UnansweredRequests open = new UnansweredRequests();

  public EventStreamWriter(
      StreamLog log,
      StreamWriterSettings target,
      ResponseExchange exchange,
      Consumer<EventStreamWriter> whenEnded) {
    this.log = log;
    this.target = target;
    this.source = new StreamLogReader(log, target);
    this.exchange = exchange;
    this.whenEnded = whenEnded;
  }

  /** Starts moving, after the last event of the stream that the client has. */
  void resume(StreamLogEntry last) {
    position = last.number();
    if (target.claims()) {
      source.resume(last);
    } else {
      source.upTo(position).forEach(open::note);
    }
    start();
  }

  /** Starts moving, from the beginning. */
  void start() {
    started = true;
    exchange.setListener(this);
    if (exchange.isClosed()) {
      // Nobody was there to be told that the connection had gone.
      end();
      return;
    }
    ear = source.listen(this::flow);
    if (done.get()) {
      ear.close();
    }
    wake();
  }

  public String stream() {
    return source.stream();
  }

  /** Whether it carries what belongs to no request. */
  boolean unrelated() {
    return target.claims();
  }

  /** Somebody else goes on with this stream. */
  void leaveTo() {
    finish();
    source.left();
  }

  @Override
  public boolean uses() {
    return true;
  }

  /** Whether another connection of the session has the events of a shared stream. */
  void pause(boolean pause) {
    paused = pause;
    stuckAt = -1;
  }

  /** The ids of the requests whose answers end the stream; null for what has none. */
  public List<JsonNode> requests() {
    return open.requests();
  }

  /** Looks for events. While the store is away the connection stays open. */
  void wake() {
    try {
      flow();
    } catch (StoreUnavailableException e) {
      failed = true;
    }
  }

  /** Goes on where the store was away, or where the one who took over is gone without a word. */
  @Override
  public void poll() {
    if (failed) {
      failed = false;
      wake();
    } else if (paused && !done.get()) {
      long claimed = source.claimed();
      boolean waiting = source.waitingAfter(claimed);
      if (waiting && claimed == stuckAt) {
        pause(false);
        wake();
      } else {
        stuckAt = waiting ? claimed : -1;
      }
    }
  }

  private void flow() {
    if (work.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    try {
      do {
        move();
        missed = work.addAndGet(-missed);
      } while (missed != 0);
    } catch (RuntimeException e) {
      // A pump that failed once must not be deaf: whoever calls next begins again, at the latest
      // the keep-alive, because what this call was to move may be all there is.
      failed = true;
      work.set(0);
      throw e;
    }
  }

  private void move() {
    if (!done.get() && open.allAnswered()) {
      finish();
    }
    while (started && !done.get() && writable && !paused) {
      List<StreamLogEntry> events = source.next(position);
      if (events.isEmpty()) {
        if (leaving) {
          part();
        }
        return;
      }
      for (StreamLogEntry event : events) {
        write(event);
        position = event.number();
        if (done.get()) {
          return;
        }
      }
    }
  }

  private void write(StreamLogEntry event) {
    String id = target.ids() ? new EventId(source.stream(), event.number()).toString() : null;
    switch (event.kind()) {
      case OPENING -> prime(id);
      case ABANDONED -> {}
      default -> send(ServerSentEvent.message(id, event.message()));
    }
    open.note(event);
    if (open.allAnswered()) {
      finish();
      log.delivered(target.session(), target.stream());
    }
  }

  private void prime(String id) {
    if (target.retry() != null) {
      send(new ServerSentEvent(id, null, "", leaving ? target.retry() : null));
      parted = leaving;
    }
  }

  /**
   * Ends the connection before the stream is over, and says when to come back. On all other streams
   * nothing is said of that: there are clients that give up a stream whose events have "retry".
   */
  public void part() {
    if (target.retry() != null && !parted && !done.get()) {
      parted = true;
      String last =
          target.ids() && position > 0 ? new EventId(source.stream(), position).toString() : null;
      exchange.send(new ServerSentEvent(last, null, "", target.retry()));
    }
    finish();
  }

  /** The connection may be ready again before this call knows that it was not. */
  private void send(ServerSentEvent event) {
    writable = false;
    if (exchange.send(event)) {
      writable = true;
    }
  }

  /**
   * Ends the connection as soon as what is in the log has been sent: a client that is to come back
   * needs an event to come back to, and another thread may be about to send it.
   */
  void leave() {
    leaving = true;
    wake();
  }

  /** Ends the connection; what is not sent yet stays in the log. */
  public void finish() {
    exchange.close();
    end();
  }

  private void end() {
    if (!done.getAndSet(true)) {
      ear.close();
      source.release(position);
      whenEnded.accept(this);
    }
  }

  @Override
  public void onWritable() {
    writable = true;
    wake();
  }

  @Override
  public void onKeepAlive() {
    if (failed) {
      failed = false;
      wake();
    }
  }

  @Override
  public void onClosed() {
    end();
  }

  /**
   * Who only listens can go elsewhere now; who waits for an answer gets it first, if it comes in
   * time.
   */
  @Override
  public void onInstanceShutdown() {
    if (target.claims() && target.ids()) {
      part();
    }
  }

  @Override
  public void onShutdown() {
    part();
  }

  /** Who only listens must come back with something newer; a request was let in when it came. */
  @Override
  public void onAuthenticationExpired() {
    if (target.claims()) {
      part();
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
