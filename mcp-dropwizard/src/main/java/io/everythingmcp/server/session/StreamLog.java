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

/** What was said on the streams of sessions. */
public final class StreamLog {
  /**
   * Where everything is put that belongs to no request. A connection of a client that can resume
   * takes it from here into a log of its own, so that nobody is given again what went elsewhere.
   */
  public static final String UNRELATED = "__GET_stream";

  private static final int KEPT = 1_000;
  private static final Duration TTL = Duration.ofHours(1);
  private static final Duration AFTER_DELIVERY = Duration.ofMinutes(1);
  private static final String STREAMS = "mcp:streams:";

  /** After how many events it is looked whether anybody reads them. */
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

  /** Who works on the requests that are answered on streams. */
  public InFlightRequestStore works() {
    return works;
  }

  /** Is told of sessions whose client has left more unread than is kept. */
  void onOverflow(Consumer<String> listener) {
    full = listener;
  }

  /**
   * Begins the stream of a request.
   *
   * @param requests the ids of the requests whose answers end it; null for what has none
   */
  public void open(String session, String stream, List<JsonNode> requests) {
    members.add(STREAMS + session, stream, TTL);
    append(
        session,
        stream,
        new StreamLogEntry(0, StreamLogEntry.Kind.OPENING, WireJson.text(WireJson.tree(requests))));
  }

  /** Adds a message and wakes whoever holds the stream. */
  public void appendMessage(String session, String stream, String message) {
    append(session, stream, new StreamLogEntry(0, StreamLogEntry.Kind.MESSAGE, message));
  }

  /**
   * Adds an answer, after the last of which the stream ends; unless the request has been ended by
   * somebody else. May be called again where the store went away.
   *
   * @param request the id of the request, or null for what has none
   * @param who names who answers
   */
  public void appendResponse(
      String session, String stream, JsonNode request, String who, String message) {
    end(session, stream, request, who, new StreamLogEntry(0, StreamLogEntry.Kind.ANSWER, message));
  }

  /** Notes that an answer will not come because the client does not want it. */
  public void appendNoResponse(String session, String stream, JsonNode request, String who) {
    end(session, stream, request, who, new StreamLogEntry(0, StreamLogEntry.Kind.ABANDONED, ""));
  }

  private void end(
      String session, String stream, JsonNode request, String who, StreamLogEntry event) {
    if (request == null || works.end(session, stream, request, who)) {
      append(session, stream, event);
    }
    if (request != null) {
      works.forget(session, request);
    }
  }

  private void append(String session, String stream, StreamLogEntry event) {
    boolean unrelated = stream.equals(UNRELATED);
    if (unrelated) {
      members.add(STREAMS + session, stream, TTL);
    }
    String key = key(session, stream);
    long number = logs.append(key, event.encode(), !unrelated && event.stays(), KEPT, TTL);
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
   * Events that no connection has taken yet; taken by the call.
   *
   * @param reader names the connection
   * @param seen the number of the last event it has; 0 for none
   */
  public List<StreamLogEntry> claim(
      String session, String stream, String reader, long seen, int max) {
    return logs.claim(key(session, stream), reader, seen, max).stream()
        .map(StreamLogEntry::decode)
        .toList();
  }

  /** Forgets a connection that took events. */
  public void release(String session, String stream, String reader) {
    logs.release(key(session, stream), reader);
  }

  /** The number of the last event that a connection has taken. */
  public long claimed(String session, String stream) {
    return logs.claimed(key(session, stream));
  }

  /** The event of a stream with this number, as far as it is remembered. */
  public Optional<StreamLogEntry> find(String session, String stream, long number) {
    return number < 1
        ? Optional.empty()
        : read(session, stream, number - 1, 1).stream()
            .filter(event -> event.number() == number)
            .findFirst();
  }

  /**
   * Puts what a connection has claimed into the log of its own stream.
   *
   * @return the event as it is there
   */
  public StreamLogEntry take(String session, String stream, StreamLogEntry claimed) {
    StreamLogEntry taken = claimed.taken();
    long number = logs.append(key(session, stream), taken.encode(), KEPT, TTL);
    if (number % LOOK == 1) {
      members.add(STREAMS + session, stream, TTL);
    }
    return new StreamLogEntry(number, taken.kind(), taken.text());
  }

  /** Wakes those who take from a stream, because what they look for may be there only now. */
  public void wake(String session, String stream) {
    signals.publish(channel(session, stream), "");
  }

  /** Is told whenever there may be something new on a stream. */
  public PubSubChannels.Subscription subscribe(String session, String stream, Runnable listener) {
    return signals.subscribe(channel(session, stream), message -> listener.run());
  }

  /**
   * Notes that a connection has taken all of a stream. It is kept for a moment, for a client that
   * lost the end on the way, and not longer: there may be thousands of these every second.
   */
  public void delivered(String session, String stream) {
    members.remove(STREAMS + session, stream);
    logs.expire(key(session, stream), AFTER_DELIVERY);
  }

  /** Forgets all streams of a session. */
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
