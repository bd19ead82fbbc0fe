package io.everythingmcp.server.protocol.sessionful.stream;

import io.everythingmcp.server.protocol.Exchange;
import io.everythingmcp.server.protocol.StreamEvent;
import io.everythingmcp.server.session.Event;
import io.everythingmcp.server.session.EventId;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.store.Signals;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moves events from the log of a stream to a connection, as fast as the connection takes them.
 * There is no thread in here: it runs for a moment whenever there is something new in the log or
 * room in the connection.
 */
public final class StreamPump implements Exchange.Listener, Attachment {
  private static final int BATCH = 32;

  private final EventLog log;
  private final Target target;
  private final Exchange exchange;
  private final Hooks hooks;
  private final AtomicInteger work = new AtomicInteger();
  private volatile Signals.Subscription ear = () -> {};
  private volatile boolean started;
  private volatile boolean writable = true;
  private final AtomicBoolean done = new AtomicBoolean();
  private volatile boolean failed;
  private volatile boolean paused;
  private volatile long position;
  private volatile long replayed;
  private int expected = Integer.MAX_VALUE;
  private int answered;

  /**
   * What to move.
   *
   * @param session the session
   * @param stream its stream
   * @param claims whether other connections share the stream: then each event goes to one of them;
   *     otherwise this connection gets all
   * @param ids whether events carry ids, so that the client can resume
   * @param priming whether the opening of a stream is an event of its own, with this time to come
   *     back after; null if not
   */
  record Target(String session, String stream, boolean claims, boolean ids, Duration priming) {}

  /** What the owner wants to know. */
  interface Hooks {
    /** A keep-alive interval has passed; false when the session has ended. */
    boolean alive();

    /** It is over. */
    void ended(StreamPump pump);
  }

  public StreamPump(EventLog log, Target target, Exchange exchange, Hooks hooks) {
    this.log = log;
    this.target = target;
    this.exchange = exchange;
    this.hooks = hooks;
  }

  /**
   * Starts moving.
   *
   * @param after the number of the last event the client has; 0 for none
   */
  public void start(long after) {
    position = after;
    if (after > 0) {
      recount(after);
      replayed = target.claims() ? log.claimed(target.session(), target.stream()) : 0;
    }
    started = true;
    exchange.listen(this);
    if (exchange.ended()) {
      // Nobody was there to be told that the connection had gone.
      end();
      return;
    }
    ear = log.listen(target.session(), target.stream(), this::flow);
    if (done.get()) {
      ear.close();
    }
    flow();
  }

  private void recount(long after) {
    for (Event event : log.read(target.session(), target.stream(), 0, Integer.MAX_VALUE)) {
      if (event.number() <= after) {
        count(event);
      }
    }
    if (expected == Integer.MAX_VALUE && !target.claims()) {
      expected = 1;
    }
  }

  public String stream() {
    return target.stream();
  }

  /** Whether another connection of the session has the events of a shared stream. */
  void pause(boolean pause) {
    paused = pause;
  }

  /** Looks for events, because something has changed. */
  void wake() {
    flow();
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
      // the
      // keep-alive, because what this call was to move may be all there is.
      failed = true;
      work.set(0);
      throw e;
    }
  }

  private void move() {
    if (!done.get() && answered >= expected) {
      finish();
    }
    while (started && !done.get() && writable && !paused) {
      List<Event> events = next();
      if (events.isEmpty()) {
        return;
      }
      for (Event event : events) {
        write(event);
        position = event.number();
        if (done.get()) {
          return;
        }
      }
    }
  }

  private List<Event> next() {
    if (!target.claims()) {
      return log.read(target.session(), target.stream(), position, BATCH);
    }
    if (position < replayed) {
      int rest = (int) Math.min(BATCH, replayed - position);
      return log.read(target.session(), target.stream(), position, rest);
    }
    return log.claim(target.session(), target.stream(), BATCH);
  }

  private void write(Event event) {
    String id = target.ids() ? new EventId(target.stream(), event.number()).toString() : null;
    switch (event.kind()) {
      case OPENING -> prime(id);
      case ABANDONED -> {}
      default -> send(StreamEvent.message(id, event.text()));
    }
    count(event);
    if (answered >= expected) {
      finish();
      log.delivered(target.session(), target.stream());
    }
  }

  private void prime(String id) {
    if (target.priming() != null) {
      send(new StreamEvent(id, null, "", target.priming()));
    }
  }

  /** The connection may be ready again before this call knows that it was not. */
  private void send(StreamEvent event) {
    writable = false;
    if (exchange.send(event)) {
      writable = true;
    }
  }

  private void count(Event event) {
    switch (event.kind()) {
      case OPENING -> expected = Integer.parseInt(event.text());
      case ANSWER, ABANDONED -> answered++;
      case MESSAGE -> {}
    }
  }

  /** Ends the connection; what is not sent yet stays in the log. */
  public void finish() {
    exchange.close();
    end();
  }

  private void end() {
    if (!done.getAndSet(true)) {
      ear.close();
      hooks.ended(this);
    }
  }

  @Override
  public void ready() {
    writable = true;
    flow();
  }

  @Override
  public void beat() {
    if (!hooks.alive()) {
      finish();
    } else if (failed) {
      failed = false;
      flow();
    }
  }

  @Override
  public void gone() {
    end();
  }

  /**
   * Who only listens can go elsewhere now; who waits for an answer gets it first, if it comes in
   * time.
   */
  @Override
  public void draining() {
    if (target.claims() && target.ids()) {
      finish();
    }
  }

  @Override
  public void drain() {
    finish();
  }

  @Override
  public void sessionEnded() {
    finish();
  }
}
