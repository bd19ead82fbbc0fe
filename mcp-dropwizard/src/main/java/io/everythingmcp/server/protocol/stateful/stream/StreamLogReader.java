package io.everythingmcp.server.protocol.stateful.stream;

import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.session.StreamLogEntry;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import java.util.ArrayList;
import java.util.List;

/**
 * Reader of the log of a stream. Unsolicited messages are in a log shared by several connections;
 * each event is claimed by one of them, and copied to the log of that connection's own stream if
 * its client can resume.
 */
final class StreamLogReader {
  private static final int BATCH = 32;

  private final StreamLog log;
  private final StreamWriterSettings target;
  private final String self = SecureIds.random();

  /** Name of the own stream; replaced when its log has expired, because its numbering restarts. */
  private volatile String stream;

  /** Number of the latest event in the log of this stream. */
  private volatile long lastNumber;

  /** Which event of the shared log that was. */
  private volatile long lastClaimed;

  /** Whether there may be events in the log of the own stream that are not read yet. */
  private volatile boolean hasUnread;

  /** Whether an event may have been claimed that is not in a log yet. */
  private volatile boolean claimIncomplete;

  StreamLogReader(StreamLog log, StreamWriterSettings target) {
    this.log = log;
    this.target = target;
    this.stream = target.stream();
  }

  /** The name of the stream. */
  String stream() {
    return stream;
  }

  /** Subscribes to new events. */
  PubSubChannels.Subscription subscribe(Runnable listener) {
    return log.subscribe(target.session(), shared() ? StreamLog.UNRELATED : stream, listener);
  }

  private boolean shared() {
    return target.claims();
  }

  /** Continues after this event of the own stream. */
  void resume(StreamLogEntry event) {
    hasUnread = true;
    lastNumber = event.number();
    lastClaimed = event.origin();
  }

  /** Returns all events up to this number. */
  List<StreamLogEntry> readUpTo(long number) {
    return log.read(target.session(), stream, 0, Integer.MAX_VALUE).stream()
        .filter(event -> event.number() <= number)
        .toList();
  }

  /** The next events after this one, if there are any; of a shared log they are ours now. */
  List<StreamLogEntry> next(long position) {
    if (!shared()) {
      return log.read(target.session(), stream, position, BATCH);
    }
    if (!target.ids()) {
      return log.claim(target.session(), StreamLog.UNRELATED, self, position, BATCH);
    }
    List<StreamLogEntry> kept =
        hasUnread ? log.read(target.session(), stream, position, BATCH) : List.<StreamLogEntry>of();
    kept.forEach(this::recordPosition);
    return kept.isEmpty() ? claimNext() : kept;
  }

  /**
   * Claims are recorded under the stream name, so that a resumed stream gets claimed but lost
   * events.
   */
  private List<StreamLogEntry> claimNext() {
    List<StreamLogEntry> claimed =
        log.claim(target.session(), StreamLog.UNRELATED, target.stream(), lastClaimed, BATCH);
    List<StreamLogEntry> mine = new ArrayList<>(claimed.size());
    boolean before = hasUnread;
    hasUnread = true;
    claimIncomplete = true;
    for (StreamLogEntry event : claimed) {
      StreamLogEntry own = log.copyClaimed(target.session(), stream, event);
      if (own.number() <= lastNumber) {
        stream = SecureIds.random();
        own = log.copyClaimed(target.session(), stream, event);
      }
      recordPosition(own);
      mine.add(own);
    }
    claimIncomplete = false;
    hasUnread = before;
    return mine;
  }

  private void recordPosition(StreamLogEntry own) {
    lastNumber = own.number();
    lastClaimed = own.origin();
  }

  /** Returns up to which event the shared log has been claimed by any reader. */
  long claimed() {
    return log.claimed(target.session(), StreamLog.UNRELATED);
  }

  /** Returns whether the events after this one of the shared log are unclaimed. */
  boolean hasUnclaimedAfter(long claimed) {
    return !log.read(target.session(), StreamLog.UNRELATED, claimed, 1).isEmpty();
  }

  /** Nothing more will be read; others may claim at once. */
  void release(long position) {
    if (shared() && position > 0 && !claimIncomplete) {
      String reader = target.ids() ? target.stream() : self;
      try {
        log.release(target.session(), StreamLog.UNRELATED, reader);
      } catch (StoreUnavailableException e) {
        // Removed together with the log.
        return;
      }
    }
  }

  /** The stream is read elsewhere now, where what was put into its log last may not be seen yet. */
  void notifyReaders() {
    log.notifyReaders(target.session(), StreamLog.UNRELATED);
  }
}
