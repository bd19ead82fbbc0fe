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
 * Store of in-flight requests whose responses are sent on streams, so that each gets exactly one
 * response, even if an instance fails or appears to have failed.
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

  /** Records that this instance processes a request. */
  public void begin(String session, String stream, JsonNode request) {
    put(session, new InFlightRequest(stream, request, instances.self(), null, null));
  }

  /** Marks a request as suspended until its client responds. */
  public void markAwaitingClient(
      String session, String stream, JsonNode request, String continuation) {
    put(session, new InFlightRequest(stream, request, instances.self(), continuation, null));
  }

  private void put(String session, InFlightRequest work) {
    records.put(key(session, work.request()), work, TTL);
  }

  /** Returns the state of an in-flight request, if recorded. */
  public Optional<InFlightRequest> find(String session, JsonNode request) {
    return records.get(key(session, request));
  }

  /** Returns whether the instance of a request has failed. */
  public boolean isOrphaned(InFlightRequest work) {
    return !work.ended() && work.continuation() == null && !instances.isRunning(work.worker());
  }

  /**
   * Ends a request. Of several instances that try, one may send the response.
   *
   * @param sender id of the sender; a repeated attempt has the same result
   */
  boolean end(String session, String stream, JsonNode request, String sender) {
    return records
        .update(
            key(session, request),
            work -> work.stream().equals(stream) ? work.endedBy(sender) : work)
        .map(work -> !work.stream().equals(stream) || sender.equals(work.end()))
        .orElse(true);
  }

  /** Removes a request after a period for late calls. */
  void remove(String session, JsonNode request) {
    records.touch(key(session, request), AFTERWARDS);
  }

  private static String key(String session, JsonNode request) {
    return session + ":" + TextTruncation.beginning(SecureIds.digest(request.toString()), 32);
  }
}
