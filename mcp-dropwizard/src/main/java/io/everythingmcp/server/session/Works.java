package io.everythingmcp.server.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.store.Instances;
import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Ids;
import io.everythingmcp.server.wire.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * Who works on which request, as far as its answer goes on a stream: so that it gets exactly one
 * answer, even if an instance dies, or seems to.
 */
public final class Works {
  private static final Duration TTL = Duration.ofHours(1);
  private static final Duration AFTERWARDS = Duration.ofMinutes(1);

  private final KeyedValues<Work> records;
  private final Instances instances;

  Works(Store store) {
    this.records = store.values("mcp:work:", Work.class);
    this.instances = store.instances();
  }

  /** This instance works on a request from now on. */
  public void begin(String session, String stream, JsonNode request) {
    put(session, new Work(stream, request, instances.self(), null, null));
  }

  /** A request waits for an answer of its client, and nobody works on it. */
  public void park(String session, String stream, JsonNode request, String question) {
    put(session, new Work(stream, request, instances.self(), question, null));
  }

  private void put(String session, Work work) {
    records.put(key(session, work.request()), work, TTL);
  }

  /** The work on a request, if it is known. */
  public Optional<Work> find(String session, JsonNode request) {
    return records.get(key(session, request));
  }

  /** Whether an instance works on it that does not live any more. */
  public boolean orphaned(Work work) {
    return !work.ended() && work.question() == null && !instances.alive(work.worker());
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
    return session + ":" + Texts.beginning(Ids.digest(request.toString()), 32);
  }
}
