package io.everythingmcp.server.protocol.context;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.everythingmcp.api.ElicitationPages.Decision;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The pages that users visit outside the client, on all instances. */
public final class ElicitationPageStore {
  /** How long a user may take. */
  public static final Duration TTL = Duration.ofMinutes(10);

  private final KeyValueStore<Visit> visits;
  private final String baseUri;
  private final List<Consumer<Visit>> listeners = new CopyOnWriteArrayList<>();

  public ElicitationPageStore(StateStore store, String baseUri) {
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
   * @param decision what the user has said
   */
  public record Visit(String id, String owner, String session, String message, Decision decision) {
    /** Whether the user has agreed. */
    @JsonIgnore
    public boolean given() {
      return decision == Decision.AGREED;
    }

    Visit decided(Decision now) {
      return given() ? this : new Visit(id, owner, session, message, now);
    }
  }

  /** The pages of one caller, in one session or none. */
  public io.everythingmcp.api.ElicitationPages of(String owner, String session) {
    return new io.everythingmcp.api.ElicitationPages() {
      @Override
      public ElicitationPage create(String message) {
        Visit visit = new Visit(SecureIds.random(), owner, session, message, Decision.NONE);
        visits.put(visit.id(), visit, TTL);
        return new ElicitationPage(visit.id(), baseUri + "/elicitation/" + visit.id());
      }

      @Override
      public Decision decision(String id) {
        return visits
            .get(id)
            .filter(visit -> visit.owner().equals(owner))
            .map(Visit::decision)
            .orElse(Decision.NONE);
      }
    };
  }

  /** The visit with this id. */
  public Optional<Visit> find(String id) {
    return visits.get(id);
  }

  /** The user has agreed; false when the page is too old. */
  public boolean agree(String id) {
    return decide(id, Decision.AGREED);
  }

  /** The user has said no, which is no last word; false when the page is too old. */
  public boolean decline(String id) {
    return decide(id, Decision.DECLINED);
  }

  private boolean decide(String id, Decision decision) {
    Optional<Visit> visit = visits.update(id, now -> now.decided(decision));
    visit.ifPresent(decided -> listeners.forEach(listener -> listener.accept(decided)));
    return visit.isPresent();
  }

  /** Hears of every visit that a user completes on this instance. */
  public void listen(Consumer<Visit> listener) {
    listeners.add(listener);
  }
}
