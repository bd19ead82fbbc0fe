package io.everythingmcp.server.session;

import io.everythingmcp.server.store.Logs;
import io.everythingmcp.server.store.Members;
import io.everythingmcp.server.store.Signals;
import io.everythingmcp.server.store.Store;
import java.time.Duration;
import java.util.List;

/** What was said on the streams of sessions. */
public final class EventLog {
  /** The stream for everything that belongs to no request. */
  public static final String UNRELATED = "__GET_stream";

  private static final int KEPT = 1_000;
  private static final Duration TTL = Duration.ofHours(1);
  private static final Duration AFTER_DELIVERY = Duration.ofMinutes(1);
  private static final String STREAMS = "mcp:streams:";

  private final Logs logs;
  private final Members members;
  private final Signals signals;

  public EventLog(Store store) {
    this.logs = store.logs();
    this.members = store.members();
    this.signals = store.signals();
  }

  /**
   * Begins the stream of a request.
   *
   * @param answers how many answers end it
   */
  public void open(String session, String stream, int answers) {
    members.add(STREAMS + session, stream, TTL);
    append(session, stream, new Event(0, Event.Kind.OPENING, Integer.toString(answers)));
  }

  /** Adds a message and wakes whoever holds the stream. */
  public void say(String session, String stream, String message) {
    append(session, stream, new Event(0, Event.Kind.MESSAGE, message));
  }

  /** Adds an answer, after the last of which the stream ends. */
  public void answer(String session, String stream, String message) {
    append(session, stream, new Event(0, Event.Kind.ANSWER, message));
  }

  /** Notes that an answer will not come because the client does not want it. */
  public void abandon(String session, String stream) {
    append(session, stream, new Event(0, Event.Kind.ABANDONED, ""));
  }

  private void append(String session, String stream, Event event) {
    if (stream.equals(UNRELATED)) {
      members.add(STREAMS + session, stream, TTL);
    }
    logs.append(key(session, stream), event.encode(), KEPT, TTL);
    signals.send(channel(session, stream), "");
  }

  /** Events of a stream after a number. */
  public List<Event> read(String session, String stream, long after, int max) {
    return logs.read(key(session, stream), after, max).stream().map(Event::decode).toList();
  }

  /** Events that no connection has taken yet; taken by the call. */
  public List<Event> claim(String session, String stream, int max) {
    return logs.claim(key(session, stream), max).stream().map(Event::decode).toList();
  }

  /** The number of the last event that a connection has taken. */
  public long claimed(String session, String stream) {
    return logs.claimed(key(session, stream));
  }

  /** Whether a stream has an event with this number, as far as it is remembered. */
  public boolean has(String session, String stream, long number) {
    return number > 0
        && read(session, stream, number - 1, 1).stream()
            .anyMatch(event -> event.number() == number);
  }

  /** Is told whenever there may be something new on a stream. */
  public Signals.Subscription listen(String session, String stream, Runnable listener) {
    return signals.listen(channel(session, stream), message -> listener.run());
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
