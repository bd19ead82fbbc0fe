package io.everythingmcp.server.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.InstanceRegistry;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.TextTruncation;
import java.time.Duration;
import java.util.Optional;

/**
 * Who works on which request, as far as its answer goes on a stream: so that it gets exactly one
 * answer, even if an instance dies, or seems to.
 */
public final class InFlightRequestStore {
  private static final Duration TTL = Duration.ofHours(1);
  private static final Duration AFTERWARDS = Duration.ofMinutes(1);

  private final KeyValueStore<InFlightRequest> records;
  private final InstanceRegistry instances;

  InFlightRequestStore(StateStore store) {
    this.records = store.values("mcp:work:", InFlightRequest.class);
    this.instances = store.instances();
  }

  /** This instance works on a request from now on. */
  public void begin(String session, String stream, JsonNode request) {
    put(session, new InFlightRequest(stream, request, instances.self(), null, null));
  }

  /** A request waits for an answer of its client, and nobody works on it. */
  public void markAwaitingClient(String session, String stream, JsonNode request, String question) {
    put(session, new InFlightRequest(stream, request, instances.self(), question, null));
  }

  private void put(String session, InFlightRequest work) {
    records.put(key(session, work.request()), work, TTL);
  }

  /** The work on a request, if it is known. */
  public Optional<InFlightRequest> find(String session, JsonNode request) {
    return records.get(key(session, request));
  }

  /** Whether an instance works on it that does not live any more. */
  public boolean isOrphaned(InFlightRequest work) {
    return !work.ended() && work.question() == null && !instances.isRunning(work.worker());
  }

  /**
   * Ends the work on a request. Of several that try, one may give the answer.
   *
   * @param who names who tries; may try again, with the same result
   */
  boolean end(String session, String stream, JsonNode request, String who) {
    return records
        .update(
            key(session, request), work -> work.stream().equals(stream) ? work.endedBy(who) : work)
        .map(work -> !work.stream().equals(stream) || who.equals(work.end()))
        .orElse(true);
  }

  /** Nobody will ask for it any more, but for those who come too late. */
  void forget(String session, JsonNode request) {
    records.touch(key(session, request), AFTERWARDS);
  }

  private static String key(String session, JsonNode request) {
    return session + ":" + TextTruncation.beginning(SecureIds.digest(request.toString()), 32);
  }
}
