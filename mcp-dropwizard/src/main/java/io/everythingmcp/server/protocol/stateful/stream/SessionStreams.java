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
  private final Object lock = new Object();

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
  public EventStreamWriter connectRequestStream(
      Session session, String stream, ResponseExchange exchange) {
    return connectRequestStream(session, stream, exchange, false);
  }

  /**
   * Connects an exchange for the opening event only; the client reconnects for the remaining
   * messages.
   */
  EventStreamWriter connectForOpeningEvent(
      Session session, String stream, ResponseExchange exchange) {
    return connectRequestStream(session, stream, exchange, true);
  }

  private EventStreamWriter connectRequestStream(
      Session session, String stream, ResponseExchange exchange, boolean leaving) {
    exchange.openStream(NO_HEADERS);
    EventStreamWriter writer =
        createWriter(session, target(session, stream, false), exchange, () -> {});
    if (leaving) {
      writer.closeAfterEvents();
    }
    writer.start();
    return writer;
  }

  /**
   * Connects an exchange to the stream for unsolicited messages. Of several connections of a
   * session the latest receives them.
   */
  public void openGetStream(Session session, ResponseExchange exchange) {
    attachments.announceGetStream(session.id());
    exchange.openStream(NO_HEADERS);
    createWriter(session, target(session, SecureIds.random(), true), exchange, () -> {}).start();
  }

  /** Connects an exchange that receives all messages of a session. */
  public void connect(
      Session session, ResponseExchange exchange, ServerSentEvent first, Runnable gone) {
    exchange.openStream(NO_HEADERS);
    if (first != null) {
      exchange.send(first);
    }
    createWriter(session, target(session, StreamLog.UNRELATED, true), exchange, gone).start();
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
    List<EventStreamWriter> earlier = writers(session, writer -> writer.stream().equals(stream));
    if (unrelated) {
      earlier.forEach(EventStreamWriter::finish);
      attachments.announceGetStream(session.id());
    }
    attachments.resumed(session.id(), stream);
    exchange.openStream(NO_HEADERS);
    createWriter(session, target(session, stream, unrelated), exchange, () -> {})
        .resume(last.get());
    // A client that resumes a stream has lost the previous connection.
    earlier.forEach(EventStreamWriter::finish);
    return true;
  }

  private StreamWriterSettings target(Session session, String stream, boolean claims) {
    boolean polls = session.begun() && session.revision().atLeast(ProtocolRevision.V2025_11_25);
    return new StreamWriterSettings(
        session.id(), stream, claims, !session.singleChannel(), polls ? retry : null);
  }

  private EventStreamWriter createWriter(
      Session session, StreamWriterSettings target, ResponseExchange exchange, Runnable gone) {
    EventStreamWriter writer =
        new EventStreamWriter(
            log,
            target,
            exchange,
            ended -> {
              attachments.remove(session.id(), ended);
              if (target.claims()) {
                activateLatest(session);
              }
              gone.run();
              if (ended.revoked && !target.claims()) {
                cancel(session, ended.requests());
              }
            });
    attachments.add(session.id(), writer);
    if (target.claims()) {
      latest(session);
    }
    return writer;
  }

  /** Cancels requests on all instances. */
  void cancel(Session session, List<JsonNode> requests) {
    for (JsonNode request : requests) {
      if (!request.isNull() && !attachments.cancelHere(session.id(), request)) {
        attachments.cancelElsewhere(session.id(), request);
      }
    }
  }

  /** Moves the stream for unsolicited messages from an earlier connection on any instance. */
  private void activateLatest(Session session) {
    Optional<EventStreamWriter> next = latest(session);
    if (next.isPresent()) {
      next.get().checkForEvents();
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
   * Of the connections that share a stream only the latest receives events. Synchronized, because
   * concurrent opening and closing could leave all of them paused.
   */
  private Optional<EventStreamWriter> latest(Session session) {
    synchronized (lock) {
      List<EventStreamWriter> all = writers(session, EventStreamWriter::unrelated);
      all.forEach(writer -> writer.pause(writer != all.get(all.size() - 1)));
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }
  }

  private List<EventStreamWriter> writers(Session session, Predicate<EventStreamWriter> which) {
    return attachments.activitiesOf(session.id()).stream()
        .filter(EventStreamWriter.class::isInstance)
        .map(EventStreamWriter.class::cast)
        .filter(which)
        .toList();
  }
}
