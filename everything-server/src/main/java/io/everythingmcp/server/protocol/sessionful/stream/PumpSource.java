package io.everythingmcp.server.protocol.sessionful.stream;

import io.everythingmcp.server.session.Event;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.Ids;
import java.util.List;

/**
 * What a pump reads from. Of a stream that several connections may listen to, each event goes to
 * one of them: the one that claims it first.
 */
final class PumpSource {
  private static final int BATCH = 32;

  private final EventLog log;
  private final PumpTarget target;
  private final String self = Ids.random();
  private volatile long replayed;

  PumpSource(EventLog log, PumpTarget target) {
    this.log = log;
    this.target = target;
  }

  /** From here on a client that comes back sees again what somebody else may have been sent. */
  void replay() {
    replayed = target.claims() ? log.claimed(target.session(), target.stream()) : 0;
  }

  /** All that came up to this event. */
  List<Event> upTo(long number) {
    return log.read(target.session(), target.stream(), 0, Integer.MAX_VALUE).stream()
        .filter(event -> event.number() <= number)
        .toList();
  }

  /** The next events after this one, if there are any; of a shared stream they are ours now. */
  List<Event> next(long position) {
    if (!target.claims()) {
      return log.read(target.session(), target.stream(), position, BATCH);
    }
    if (position < replayed) {
      int rest = (int) Math.min(BATCH, replayed - position);
      return log.read(target.session(), target.stream(), position, rest);
    }
    return log.claim(target.session(), target.stream(), self, position, BATCH);
  }

  /** How far a shared stream has been claimed, by anybody. */
  long claimed() {
    return log.claimed(target.session(), target.stream());
  }

  /** Whether nobody has claimed what comes after this event. */
  boolean waitingAfter(long claimed) {
    return !log.read(target.session(), target.stream(), claimed, 1).isEmpty();
  }

  /** Nothing more will be read; others may claim at once. */
  void release(long position) {
    if (target.claims() && position > 0) {
      try {
        log.release(target.session(), target.stream(), self);
      } catch (StoreUnavailableException e) {
        // It goes with the log.
        return;
      }
    }
  }
}
