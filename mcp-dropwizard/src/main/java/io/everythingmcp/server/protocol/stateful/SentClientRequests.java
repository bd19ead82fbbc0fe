package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * Requests sent to clients, and what waits for their responses. Their ids are integers that count
 * from 1 in each session on all instances, because some clients parse an id as a small number.
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
    @JsonProperty("QUESTION")
    INPUT_REQUEST,
    /** A task waits for the response. */
    @JsonProperty("TASK_QUESTION")
    TASK_INPUT_REQUEST,
    /** The client is to show that it is there. */
    PING
  }

  /**
   * One request to a client.
   *
   * @param subject id of the continuation or task that waits
   * @param key key of its input request
   */
  record Sent(Purpose purpose, String subject, String key) {}

  /**
   * Assigns ids to requests that are about to be sent.
   *
   * @param keys one for each request
   * @param timeout time for which responses are accepted
   * @return the ids in the order of the keys; empty if the session has ended
   */
  List<Integer> record(
      String session, Purpose purpose, String subject, List<String> keys, Duration timeout) {
    Optional<Session> now = sessions.update(session, before -> before.sending(keys.size()));
    if (now.isEmpty()) {
      return List.of();
    }
    int first = now.get().sent() - keys.size() + 1;
    for (int i = 0; i < keys.size(); i++) {
      records.put(key(session, first + i), new Sent(purpose, subject, keys.get(i)), timeout);
    }
    return IntStream.range(first, first + keys.size()).boxed().toList();
  }

  /** Finds the request of a response. An id of another JSON type does not match. */
  Optional<Sent> find(String session, JsonNode id) {
    return id != null && id.isInt() ? records.get(key(session, id.intValue())) : Optional.empty();
  }

  /** Whether a response is still expected. */
  boolean isPending(String session, int id) {
    return records.get(key(session, id)).isPresent();
  }

  /** Removes a request whose response has arrived or is no longer needed. */
  void remove(String session, int id) {
    records.remove(key(session, id));
  }

  private static String key(String session, int id) {
    return session + ":" + id;
  }
}
