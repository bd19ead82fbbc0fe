package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.SessionStore;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The requests that were sent to clients, and what waits for their responses. Their ids are
 * integers that count from 1 in each session, on whatever instance it is served: there are clients
 * that read the id of a request as a number, and some that read it as a small one.
 */
final class SentClientRequests {
  private final SessionStore sessions;
  private final KeyValueStore<Sent> records;

  SentClientRequests(StateStore store, SessionStore sessions) {
    this.sessions = sessions;
    this.records = store.values("mcp:sent:", Sent.class);
  }

  /** What a request is for. */
  enum Purpose {
    /** A request of the client waits for the response. */
    QUESTION,
    /** A task waits for the response. */
    TASK_QUESTION,
    /** The client is to show that it is there. */
    PING
  }

  /**
   * One request.
   *
   * @param subject names what waits: a continuation or a task
   * @param key which of its questions this is
   */
  record Sent(Purpose purpose, String subject, String key) {}

  /**
   * Gives ids to requests that are about to be sent.
   *
   * @param keys one for each request
   * @param patience how long responses are taken
   * @return the ids, in the order of the keys; none where the session has ended
   */
  List<Integer> note(
      String session, Purpose purpose, String subject, List<String> keys, Duration patience) {
    Optional<Session> now = sessions.update(session, before -> before.sending(keys.size()));
    if (now.isEmpty()) {
      return List.of();
    }
    int first = now.get().sent() - keys.size() + 1;
    for (int i = 0; i < keys.size(); i++) {
      records.put(key(session, first + i), new Sent(purpose, subject, keys.get(i)), patience);
    }
    return IntStream.range(first, first + keys.size()).boxed().toList();
  }

  /** The request that a response belongs to. An id of another JSON type is not the id of one. */
  Optional<Sent> find(String session, JsonNode id) {
    return id != null && id.isInt() ? records.get(key(session, id.intValue())) : Optional.empty();
  }

  /** Whether a response is still expected. */
  boolean waiting(String session, int id) {
    return records.get(key(session, id)).isPresent();
  }

  /** The response is there, or is not wanted any more. */
  void forget(String session, int id) {
    records.remove(key(session, id));
  }

  private static String key(String session, int id) {
    return session + ":" + id;
  }
}
