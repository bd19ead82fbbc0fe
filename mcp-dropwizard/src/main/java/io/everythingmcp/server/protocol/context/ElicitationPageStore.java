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

  private final KeyValueStore<PageEntry> pages;
  private final String baseUri;
  private final List<Consumer<PageEntry>> listeners = new CopyOnWriteArrayList<>();

  public ElicitationPageStore(StateStore store, String baseUri) {
    this.pages = store.values("mcp:consent:", PageEntry.class);
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
  public record PageEntry(
      String id, String owner, String session, String message, Decision decision) {
    /** Returns whether the user accepted. */
    @JsonIgnore
    public boolean given() {
      return decision == Decision.AGREED;
    }

    PageEntry decided(Decision now) {
      return given() ? this : new PageEntry(id, owner, session, message, now);
    }
  }

  /** The pages of one caller, in one session or none. */
  public io.everythingmcp.api.ElicitationPages of(String owner, String session) {
    return new io.everythingmcp.api.ElicitationPages() {
      @Override
      public ElicitationPage create(String message) {
        PageEntry entry = new PageEntry(SecureIds.random(), owner, session, message, Decision.NONE);
        pages.put(entry.id(), entry, TTL);
        return new ElicitationPage(entry.id(), baseUri + "/elicitation/" + entry.id());
      }

      @Override
      public void accept(String id) {
        if (pages.get(id).filter(entry -> entry.owner().equals(owner)).isPresent()
            && decision(id) != Decision.AGREED) {
          agree(id);
        }
      }

      @Override
      public Decision decision(String id) {
        return pages
            .get(id)
            .filter(entry -> entry.owner().equals(owner))
            .map(PageEntry::decision)
            .orElse(Decision.NONE);
      }
    };
  }

  /** Finds a URL elicitation by id. */
  public Optional<PageEntry> find(String id) {
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
    Optional<PageEntry> entry = pages.update(id, now -> now.decided(decision));
    entry.ifPresent(decided -> listeners.forEach(listener -> listener.accept(decided)));
    return entry.isPresent();
  }

  /** Subscribes to URL elicitations that users complete on this instance. */
  public void subscribe(Consumer<PageEntry> listener) {
    listeners.add(listener);
  }
}
