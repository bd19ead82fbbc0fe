package io.everythingmcp.server.observation.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Methods of pending requests of sessions, so that log lines of responses contain a method too. */
final class RequestNames {
  private static final int MOST = 1_000;

  private final Map<Key, String> names =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
          return size() > MOST;
        }
      };

  private record Key(String session, boolean incoming, JsonNode id) {}

  /**
   * Stores the method of a request.
   *
   * @param session null for a request without a session, which is not stored: its id is not unique
   * @param incoming whether the client sent the request
   */
  synchronized void put(String session, boolean incoming, JsonNode id, String name) {
    if (session == null) {
      return;
    }
    names.put(new Key(session, incoming, id), name);
  }

  /** Removes and returns the method of a request; null if it is unknown. */
  synchronized String take(String session, boolean incoming, JsonNode id) {
    return names.remove(new Key(session, incoming, id));
  }
}
