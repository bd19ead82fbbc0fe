package io.everythingmcp.server.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.AppendOnlyLogs;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Logs of the streams of sessions, for resumability and redelivery: a client that reconnects with
 * {@code Last-Event-ID} receives the events after it, on any instance.
 *
 * <p>Resumability ends one hour after the last event, or one minute after delivery to the end.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/transports#resumability-and-redelivery">Resumability
 *     and redelivery</a>
 */
public final class StreamLog {
  /**
   * Name of the log for unsolicited messages. A resumable connection copies its events to a
   * separate log, so that no event is sent twice.
   */
  public static final String UNRELATED = "__GET_stream";

  private static final int KEPT = 1_000;
  private static final Duration TTL = Duration.ofHours(1);
  private static final Duration AFTER_DELIVERY = Duration.ofMinutes(1);
  private static final String STREAMS = "mcp:streams:";

  /** Number of events after which the log is checked for readers. */
  private static final int LOOK = 50;

  private final AppendOnlyLogs logs;
  private final ExpiringSets members;
  private final PubSubChannels signals;
  private final InFlightRequestStore works;
  private volatile Consumer<String> full = session -> {};

  public StreamLog(StateStore store) {
    this.logs = store.logs();
    this.members = store.members();
    this.signals = store.signals();
    this.works = new InFlightRequestStore(store);
  }

  /** Returns the store of in-flight requests with responses on streams. */
  public InFlightRequestStore inFlightRequests() {
    return works;
  }

  /** Subscribes to sessions whose client left more messages unread than are retained. */
  void onOverflow(Consumer<String> listener) {
    full = listener;
  }

  /**
   * Opens the stream of a request.
   *
   * @param requests ids of the requests whose responses end it; null for invalid requests
   */
  public void open(String session, String stream, List<JsonNode> requests) {
    members.add(STREAMS + session, stream, TTL);
    append(
        session,
        stream,
        new StreamLogEntry(0, StreamLogEntry.Kind.OPENING, WireJson.text(WireJson.tree(requests))));
  }

  /** Appends a message and notifies the instance with the connection. */
  public void appendMessage(String session, String stream, String message) {
    append(session, stream, new StreamLogEntry(0, StreamLogEntry.Kind.MESSAGE, message));
  }

  /**
   * Appends a response, unless the request has been ended by another instance; the last one ends
   * the stream. May be called again after an outage of the store.
   *
   * @param request id of the request, or null for an invalid request
   * @param sender id of the sender
   */
  public void appendResponse(
      String session, String stream, JsonNode request, String sender, String message) {
    end(
        session,
        stream,
        request,
        sender,
        new StreamLogEntry(0, StreamLogEntry.Kind.RESPONSE, message));
  }

  /** Records that there will be no response, because the client cancelled the request. */
  public void appendNoResponse(String session, String stream, JsonNode request, String sender) {
    end(session, stream, request, sender, new StreamLogEntry(0, StreamLogEntry.Kind.ABANDONED, ""));
  }

  private void end(
      String session, String stream, JsonNode request, String sender, StreamLogEntry event) {
    if (request == null || works.end(session, stream, request, sender)) {
      append(session, stream, event);
    }
    if (request != null) {
      works.remove(session, request);
    }
  }

  private void append(String session, String stream, StreamLogEntry event) {
    boolean unrelated = stream.equals(UNRELATED);
    if (unrelated) {
      members.add(STREAMS + session, stream, TTL);
    }
    String key = key(session, stream);
    long number = logs.append(key, event.encode(), !unrelated && event.isRetained(), KEPT, TTL);
    signals.publish(channel(session, stream), "");
    if (unrelated && number % LOOK == 0 && number - logs.claimed(key) > KEPT - LOOK) {
      full.accept(session);
    }
  }

  /** Events of a stream after a number. */
  public List<StreamLogEntry> read(String session, String stream, long after, int max) {
    return logs.read(key(session, stream), after, max).stream()
        .map(StreamLogEntry::decode)
        .toList();
  }

  /**
   * Claims and returns events that no connection has claimed.
   *
   * @param reader identifies the connection
   * @param seen the number of its last event; 0 for none
   */
  public List<StreamLogEntry> claim(
      String session, String stream, String reader, long seen, int max) {
    return logs.claim(key(session, stream), reader, seen, max).stream()
        .map(StreamLogEntry::decode)
        .toList();
  }

  /** Removes a connection that took events. */
  public void release(String session, String stream, String reader) {
    logs.release(key(session, stream), reader);
  }

  /** Returns the number of the last event claimed by a connection. */
  public long claimed(String session, String stream) {
    return logs.claimed(key(session, stream));
  }

  /** Returns the event of a stream with this number, if it is still retained. */
  public Optional<StreamLogEntry> find(String session, String stream, long number) {
    return number < 1
        ? Optional.empty()
        : read(session, stream, number - 1, 1).stream()
            .filter(event -> event.number() == number)
            .findFirst();
  }

  /**
   * Copies a claimed event to the log of the stream of a connection.
   *
   * @return the copied event
   */
  public StreamLogEntry copyClaimed(String session, String stream, StreamLogEntry claimed) {
    StreamLogEntry taken = claimed.taken();
    long number = logs.append(key(session, stream), taken.encode(), KEPT, TTL);
    if (number % LOOK == 1) {
      members.add(STREAMS + session, stream, TTL);
    }
    return new StreamLogEntry(number, taken.kind(), taken.text());
  }

  /** Notifies the readers of a stream, because their events may only now be available. */
  public void notifyReaders(String session, String stream) {
    signals.publish(channel(session, stream), "");
  }

  /** Subscribes to new events of a stream. */
  public PubSubChannels.Subscription subscribe(String session, String stream, Runnable listener) {
    return signals.subscribe(channel(session, stream), message -> listener.run());
  }

  /**
   * Records that a connection has received all events of a stream. The stream is retained briefly,
   * for a client that lost the last events, and not longer: there may be thousands of streams per
   * second.
   */
  public void delivered(String session, String stream) {
    members.remove(STREAMS + session, stream);
    logs.expire(key(session, stream), AFTER_DELIVERY);
  }

  /** Removes all streams of a session. */
  public void remove(String session) {
    for (String stream : members.list(STREAMS + session)) {
      logs.remove(key(session, stream));
      members.remove(STREAMS + session, stream);
    }
  }

  private static String key(String session, String stream) {
    return "mcp:events:" + session + ":" + stream;
  }

  private static String channel(String session, String stream) {
    return "mcp:shttp:toclient:" + session + ":" + stream;
  }
}
