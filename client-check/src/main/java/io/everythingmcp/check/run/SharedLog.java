package io.everythingmcp.check.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log by which instances exchange what they record in one run. An exchange is written with its
 * request when that is complete; later entries have its response, and of a stream only the events
 * that are new.
 */
final class SharedLog {
  private static final Logger LOG = LoggerFactory.getLogger(SharedLog.class);
  private static final int BATCH = 500;

  private final RunStore store;
  private final String run;
  private final String self;
  private final Map<Integer, Written> open = new ConcurrentHashMap<>();
  private final AtomicReference<RecordedProvocation> unsaved = new AtomicReference<>();
  private long position;

  /** What the log has of an exchange that has not ended. */
  private record Written(int events, int status) {}

  /** Receives what was recorded. */
  interface Reader {
    Optional<RecordedExchange> known(int n);

    void exchange(RecordedExchange exchange);

    void provoked(RecordedProvocation provocation);

    void skipped(long at);

    void ended(long at, boolean finished);
  }

  /**
   * Creates a log that was not read yet.
   *
   * @param self identifies this copy of the run
   */
  SharedLog(RunStore store, String run, String self) {
    this.store = store;
    this.run = run;
    this.self = self;
  }

  /** Writes an exchange, or what is new of it. */
  void exchange(RecordedExchange exchange) {
    Written before = open.get(exchange.n());
    int events = exchange.response().events().size();
    boolean ended = exchange.response().end() != StreamEnd.OPEN;
    if (before != null
        && !ended
        && before.events() == events
        && before.status() == exchange.response().status()) {
      return;
    }
    ObjectNode json = JournalJson.writeExact(exchange);
    boolean written;
    if (before == null) {
      written = write(entry().set("exchange", json));
    } else {
      json.remove(List.of("request", "at", "endpoint", "connection"));
      int from = Math.min(before.events(), events);
      ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
      JsonNode all = json.path("response").path("events");
      for (int i = from; i < all.size(); i++) {
        fresh.add(all.get(i));
      }
      ((ObjectNode) json.get("response")).set("events", fresh);
      written = write(entry().put("from", from).set("response", json));
    }
    if (ended && !written) {
      missing(exchange.n(), exchange.request().arrivedAt());
    }
    if (ended || !written) {
      open.remove(exchange.n());
    } else {
      open.put(exchange.n(), new Written(events, exchange.response().status()));
    }
  }

  void provoked(RecordedProvocation provocation) {
    if (!write(entry().set("provoked", JournalJson.write(provocation))) && provocation.n() > 0) {
      missing(provocation.n(), provocation.at());
    }
  }

  /**
   * Notes that the exchange {@code n}, or something about it, could not be stored. The note is
   * written as soon as the store is available.
   */
  void missing(int n, long at) {
    unsaved.accumulateAndGet(
        new RecordedProvocation(
            RecordedProvocation.MISSING, at, n, JsonNodeFactory.instance.objectNode()),
        (before, now) -> before != null && before.n() <= now.n() ? before : now);
  }

  /** Returns the note about the first missing exchange that was not written yet. */
  Optional<RecordedProvocation> unsaved() {
    return Optional.ofNullable(unsaved.get());
  }

  private void saveMissing() {
    RecordedProvocation note = unsaved.get();
    if (note != null && append(entry().set("provoked", JournalJson.write(note)))) {
      unsaved.compareAndSet(note, null);
    }
  }

  void skipped(long at) {
    write(entry().put("skipped", at));
  }

  void ended(long at, boolean finished) {
    write(entry().put("ended", at).put("finished", finished));
  }

  private ObjectNode entry() {
    return JsonNodeFactory.instance.objectNode().put("by", self);
  }

  /** Returns whether it was written. A response is sent even if it cannot be recorded. */
  private boolean write(JsonNode entry) {
    boolean written = append(entry);
    if (written) {
      saveMissing();
    }
    return written;
  }

  private boolean append(JsonNode entry) {
    try {
      store.append(run, JournalJson.write(entry));
      return true;
    } catch (RunStore.UnavailableException e) {
      LOG.warn("An entry of a run of the client check could not be stored: {}", e.getMessage());
      return false;
    }
  }

  /** Reads what is new, without the exchanges of this copy. */
  synchronized void read(Reader reader) {
    saveMissing();
    List<RunStore.Entry> entries;
    do {
      entries = store.read(run, position, BATCH);
      for (RunStore.Entry entry : entries) {
        position = entry.number();
        read(parse(entry.text()), reader);
      }
    } while (entries.size() == BATCH);
  }

  private static JsonNode parse(String text) {
    try {
      return JournalJson.parse(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An entry of a run is not JSON", e);
    }
  }

  private void read(JsonNode entry, Reader reader) {
    boolean foreign = !entry.path("by").asText().equals(self);
    if (entry.has("exchange") && foreign) {
      reader.exchange(JournalJson.read(entry.get("exchange")));
    } else if (entry.has("response") && foreign) {
      response(entry, reader);
    } else if (entry.has("provoked")) {
      reader.provoked(JournalJson.readProvocation(entry.get("provoked")));
    } else if (entry.has("skipped")) {
      reader.skipped(entry.get("skipped").asLong());
    } else if (entry.has("ended")) {
      reader.ended(entry.get("ended").asLong(), entry.path("finished").asBoolean());
    }
  }

  private static void response(JsonNode entry, Reader reader) {
    RecordedExchange later = JournalJson.read(entry.get("response"));
    reader
        .known(later.n())
        .ifPresent(known -> reader.exchange(known.continued(later, entry.path("from").asInt())));
  }
}
