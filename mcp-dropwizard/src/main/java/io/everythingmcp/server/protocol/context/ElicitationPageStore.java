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

/** Pages for URL mode elicitation, on all instances. */
public final class ElicitationPageStore {
  /** Time in which a user can complete a page. */
  public static final Duration TTL = Duration.ofMinutes(10);

  private final KeyValueStore<Visit> pages;
  private final String baseUri;
  private final List<Consumer<Visit>> listeners = new CopyOnWriteArrayList<>();

  public ElicitationPageStore(StateStore store, String baseUri) {
    this.pages = store.values("mcp:consent:", Visit.class);
    this.baseUri = baseUri;
  }

  /**
   * One URL elicitation.
   *
   * @param id the elicitation id
   * @param owner owner key of the only user who may complete it; empty for any user with the URL
   * @param session the session that requested it, or null
   * @param message text shown to the user
   * @param decision decision of the user
   */
  public record Visit(String id, String owner, String session, String message, Decision decision) {
    /** Returns whether the user accepted. */
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
        pages.put(visit.id(), visit, TTL);
        return new ElicitationPage(visit.id(), baseUri + "/elicitation/" + visit.id());
      }

      @Override
      public Decision decision(String id) {
        return pages
            .get(id)
            .filter(visit -> visit.owner().equals(owner))
            .map(Visit::decision)
            .orElse(Decision.NONE);
      }
    };
  }

  /** Finds a URL elicitation by id. */
  public Optional<Visit> find(String id) {
    return pages.get(id);
  }

  /** Records that the user accepted; returns false if the page has expired. */
  public boolean agree(String id) {
    return decide(id, Decision.AGREED);
  }

  /**
   * Records that the user declined, which can be changed later; returns false if the page has
   * expired.
   */
  public boolean decline(String id) {
    return decide(id, Decision.DECLINED);
  }

  private boolean decide(String id, Decision decision) {
    Optional<Visit> visit = pages.update(id, now -> now.decided(decision));
    visit.ifPresent(decided -> listeners.forEach(listener -> listener.accept(decided)));
    return visit.isPresent();
  }

  /** Subscribes to URL elicitations that users complete on this instance. */
  public void subscribe(Consumer<Visit> listener) {
    listeners.add(listener);
  }
}
