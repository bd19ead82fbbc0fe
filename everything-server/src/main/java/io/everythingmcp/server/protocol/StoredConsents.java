package io.everythingmcp.server.protocol;

import io.everythingmcp.server.store.KeyedValues;
import io.everythingmcp.server.store.Store;
import io.everythingmcp.server.wire.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The pages that users visit outside the client, on all instances. */
public final class StoredConsents {
  /** How long a user may take. */
  public static final Duration TTL = Duration.ofMinutes(10);

  private final KeyedValues<Visit> visits;
  private final String baseUri;
  private final List<Consumer<Visit>> listeners = new CopyOnWriteArrayList<>();

  public StoredConsents(Store store, String baseUri) {
    this.visits = store.values("mcp:consent:", Visit.class);
    this.baseUri = baseUri;
  }

  /**
   * One visit.
   *
   * @param id names it
   * @param owner whose user may complete it; empty for anybody who has the address
   * @param session the session that asked, or null
   * @param message what the user reads
   * @param given whether the user has agreed
   */
  public record Visit(String id, String owner, String session, String message, boolean given) {
    Visit agreed() {
      return new Visit(id, owner, session, message, true);
    }
  }

  /** The pages of one caller, in one session or none. */
  public io.everythingmcp.server.feature.Consents of(String owner, String session) {
    return new io.everythingmcp.server.feature.Consents() {
      @Override
      public Page open(String message) {
        Visit visit = new Visit(Ids.random(), owner, session, message, false);
        visits.put(visit.id(), visit, TTL);
        return new Page(visit.id(), baseUri + "/elicitation/" + visit.id());
      }

      @Override
      public boolean given(String id) {
        return visits
            .get(id)
            .filter(visit -> visit.owner().equals(owner))
            .filter(Visit::given)
            .isPresent();
      }
    };
  }

  /** The visit with this id. */
  public Optional<Visit> find(String id) {
    return visits.get(id);
  }

  /** The user has agreed; false when the page is too old. */
  public boolean agree(String id) {
    Optional<Visit> visit = visits.update(id, Visit::agreed);
    visit.ifPresent(given -> listeners.forEach(listener -> listener.accept(given)));
    return visit.isPresent();
  }

  /** Hears of every visit that a user completes on this instance. */
  public void listen(Consumer<Visit> listener) {
    listeners.add(listener);
  }
}
