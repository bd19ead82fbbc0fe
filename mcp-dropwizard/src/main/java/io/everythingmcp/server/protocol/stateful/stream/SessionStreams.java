package io.everythingmcp.server.protocol.stateful.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.session.EventId;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.session.StreamLogEntry;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Connects the streams of sessions to the connections of clients. */
public final class SessionStreams {
  private static final Map<String, String> NO_HEADERS = Map.of();

  private final StreamLog log;
  private final LocalActivityRegistry attachments;
  private final Duration retry;
  private final Object turn = new Object();

  /**
   * Creates the component.
   *
   * @param retry reconnection time for clients
   */
  public SessionStreams(StreamLog log, LocalActivityRegistry attachments, Duration retry) {
    this.log = log;
    this.attachments = attachments;
    this.retry = retry;
  }

  /** Connects an exchange to the stream of a request. */
  public EventStreamWriter follow(Session session, String stream, ResponseExchange exchange) {
    return follow(session, stream, exchange, false);
  }

  /**
   * Connects an exchange for the opening event only; the client reconnects for the remaining
   * messages.
   */
  EventStreamWriter leave(Session session, String stream, ResponseExchange exchange) {
    return follow(session, stream, exchange, true);
  }

  private EventStreamWriter follow(
      Session session, String stream, ResponseExchange exchange, boolean leaving) {
    exchange.openStream(NO_HEADERS);
    EventStreamWriter pump = pump(session, target(session, stream, false), exchange, () -> {});
    if (leaving) {
      pump.leave();
    }
    pump.start();
    return pump;
  }

  /**
   * Connects an exchange to the stream for unsolicited messages. Of several connections of a
   * session the newest receives them.
   */
  public void listen(Session session, ResponseExchange exchange) {
    attachments.announceGetStream(session.id());
    exchange.openStream(NO_HEADERS);
    pump(session, target(session, SecureIds.random(), true), exchange, () -> {}).start();
  }

  /** Connects an exchange that receives all messages of a session. */
  public void connect(
      Session session, ResponseExchange exchange, ServerSentEvent first, Runnable gone) {
    exchange.openStream(NO_HEADERS);
    if (first != null) {
      exchange.send(first);
    }
    pump(session, target(session, StreamLog.UNRELATED, true), exchange, gone).start();
  }

  /** Resumes a stream after an event; returns false if the stream is unknown in its session. */
  public boolean resume(Session session, String lastEventId, ResponseExchange exchange) {
    Optional<EventId> id = EventId.parse(lastEventId);
    Optional<StreamLogEntry> last =
        id.filter(known -> !known.stream().equals(StreamLog.UNRELATED))
            .flatMap(known -> log.find(session.id(), known.stream(), known.number()));
    if (last.isEmpty()) {
      return false;
    }
    String stream = id.get().stream();
    boolean unrelated = last.get().kind() == StreamLogEntry.Kind.TAKEN;
    List<EventStreamWriter> older = pumps(session, pump -> pump.stream().equals(stream));
    if (unrelated) {
      older.forEach(EventStreamWriter::finish);
      attachments.announceGetStream(session.id());
    }
    attachments.resumed(session.id(), stream);
    exchange.openStream(NO_HEADERS);
    pump(session, target(session, stream, unrelated), exchange, () -> {}).resume(last.get());
    // A client that resumes a stream has lost the previous connection.
    older.forEach(EventStreamWriter::finish);
    return true;
  }

  private StreamWriterSettings target(Session session, String stream, boolean claims) {
    boolean polls = session.begun() && session.revision().atLeast(ProtocolRevision.V2025_11_25);
    return new StreamWriterSettings(
        session.id(), stream, claims, !session.singleChannel(), polls ? retry : null);
  }

  private EventStreamWriter pump(
      Session session, StreamWriterSettings target, ResponseExchange exchange, Runnable gone) {
    EventStreamWriter pump =
        new EventStreamWriter(
            log,
            target,
            exchange,
            ended -> {
              attachments.remove(session.id(), ended);
              if (target.claims()) {
                takeOver(session);
              }
              gone.run();
              if (ended.revoked && !target.claims()) {
                cancel(session, ended.requests());
              }
            });
    attachments.add(session.id(), pump);
    if (target.claims()) {
      newest(session);
    }
    return pump;
  }

  /** Cancels requests on all instances. */
  void cancel(Session session, List<JsonNode> requests) {
    for (JsonNode request : requests) {
      if (!request.isNull() && !attachments.cancelHere(session.id(), request)) {
        attachments.cancelElsewhere(session.id(), request);
      }
    }
  }

  /** Moves the stream for unsolicited messages from an older connection on any instance. */
  private void takeOver(Session session) {
    Optional<EventStreamWriter> next = newest(session);
    if (next.isPresent()) {
      next.get().wake();
    } else if (!session.singleChannel()) {
      try {
        attachments.withdrawGetStream(session.id());
      } catch (StoreUnavailableException e) {
        // Other instances detect it at their next check.
        return;
      }
    }
  }

  /**
   * Of the connections that share a stream only the newest receives events. Synchronized, because
   * concurrent opening and closing could leave all of them paused.
   */
  private Optional<EventStreamWriter> newest(Session session) {
    synchronized (turn) {
      List<EventStreamWriter> all = pumps(session, EventStreamWriter::unrelated);
      all.forEach(pump -> pump.pause(pump != all.get(all.size() - 1)));
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
  }

  private List<EventStreamWriter> pumps(Session session, Predicate<EventStreamWriter> which) {
    return attachments.activitiesOf(session.id()).stream()
        .filter(EventStreamWriter.class::isInstance)
        .map(EventStreamWriter.class::cast)
        .filter(which)
        .toList();
  }
}
