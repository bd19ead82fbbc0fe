package io.everythingmcp.server.protocol.stateful.stream;

import io.everythingmcp.server.session.Event;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.store.Signals;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.Ids;
import java.util.ArrayList;
import java.util.List;

/**
 * What a pump reads from: the log of a stream. What belongs to no request is in a log that several
 * connections share; each event goes to the one of them that claims it first, and from there into
 * the log of that connection's own stream, if its client can resume.
 */
final class PumpSource {
  private static final int BATCH = 32;

  private final EventLog log;
  private final PumpTarget target;
  private final String self = Ids.random();

  /** The own stream; gets another name where its log has expired, because numbers begin again. */
  private volatile String stream;

  /** The newest event that is in the log of the own stream. */
  private volatile long last;

  /** Which event of the shared log that was. */
  private volatile long taken;

  /** Whether there may be events in the log of the own stream that are not read yet. */
  private volatile boolean behind;

  /** Whether something may have been claimed that is in no log yet. */
  private volatile boolean torn;

  PumpSource(EventLog log, PumpTarget target) {
    this.log = log;
    this.target = target;
    this.stream = target.stream();
  }

  /** The name of the stream. */
  String stream() {
    return stream;
  }

  /** Is told whenever there may be something new. */
  Signals.Subscription listen(Runnable listener) {
    return log.listen(target.session(), shared() ? EventLog.UNRELATED : stream, listener);
  }

  private boolean shared() {
    return target.claims();
  }

  /** Goes on after this event of the own stream. */
  void resume(Event event) {
    behind = true;
    last = event.number();
    taken = event.origin();
  }

  /** All that came up to this event. */
  List<Event> upTo(long number) {
    return log.read(target.session(), stream, 0, Integer.MAX_VALUE).stream()
        .filter(event -> event.number() <= number)
        .toList();
  }

  /** The next events after this one, if there are any; of a shared log they are ours now. */
  List<Event> next(long position) {
    if (!shared()) {
      return log.read(target.session(), stream, position, BATCH);
    }
    if (!target.ids()) {
      return log.claim(target.session(), EventLog.UNRELATED, self, position, BATCH);
    }
    List<Event> kept =
        behind ? log.read(target.session(), stream, position, BATCH) : List.<Event>of();
    kept.forEach(this::note);
    return kept.isEmpty() ? take() : kept;
  }

  /**
   * The stream names the reader, so that who resumes it gets what was claimed for it and is lost.
   */
  private List<Event> take() {
    List<Event> claimed =
        log.claim(target.session(), EventLog.UNRELATED, target.stream(), taken, BATCH);
    List<Event> mine = new ArrayList<>(claimed.size());
    boolean before = behind;
    behind = true;
    torn = true;
    for (Event event : claimed) {
      Event own = log.take(target.session(), stream, event);
      if (own.number() <= last) {
        stream = Ids.random();
        own = log.take(target.session(), stream, event);
      }
      note(own);
      mine.add(own);
    }
    torn = false;
    behind = before;
    return mine;
  }

  private void note(Event own) {
    last = own.number();
    taken = own.origin();
  }

  /** How far the shared log has been claimed, by anybody. */
  long claimed() {
    return log.claimed(target.session(), EventLog.UNRELATED);
  }

  /** Whether nobody has claimed what comes after this event of the shared log. */
  boolean waitingAfter(long claimed) {
    return !log.read(target.session(), EventLog.UNRELATED, claimed, 1).isEmpty();
  }

  /** Nothing more will be read; others may claim at once. */
  void release(long position) {
    if (shared() && position > 0 && !torn) {
      String reader = target.ids() ? target.stream() : self;
      try {
        log.release(target.session(), EventLog.UNRELATED, reader);
      } catch (StoreUnavailableException e) {
        // It goes with the log.
        return;
      }
    }
  }

  /** The stream is read elsewhere now, where what was put into its log last may not be seen yet. */
  void left() {
    log.wake(target.session(), EventLog.UNRELATED);
  }
}
