package io.everythingmcp.server.tenant;

import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.KeyValueStore;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registry of the tenants of all instances; lookups do not access the store. */
public final class TenantRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(TenantRegistry.class);
  private static final String ALL = "mcp:tenants";
  private static final Duration KEPT = Duration.ofDays(365);

  private final KeyValueStore<Tenant> records;
  private final ExpiringSets members;
  private final PubSubChannels signals;
  private final Map<String, Tenant> known = new ConcurrentHashMap<>();
  private final Map<String, Found> tokens = new ConcurrentHashMap<>();
  private final Map<String, String> subjects = new ConcurrentHashMap<>();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

  /**
   * Tenant of a token.
   *
   * @param tenant the id of the tenant
   * @param token the stored token
   */
  public record Found(String tenant, Tenant.Token token) {}

  /**
   * Change of a tenant.
   *
   * @param before previous value; null if it was added
   * @param now new value; null if it was removed
   */
  public record Change(String id, Tenant before, Tenant now) {
    /** Returns the tokens that no longer belong to it. */
    public List<Tenant.Token> lostTokens() {
      List<Tenant.Token> left = now == null ? List.of() : now.tokens();
      return before == null
          ? List.of()
          : before.tokens().stream()
              .filter(old -> left.stream().noneMatch(token -> token.hash().equals(old.hash())))
              .toList();
    }

    /** The subjects that belong to it no longer. */
    public List<String> lostSubjects() {
      List<String> left = now == null ? List.of() : now.subjects();
      return before == null
          ? List.of()
          : before.subjects().stream().filter(subject -> !left.contains(subject)).toList();
    }
  }

  /** The tenants in a store. */
  public TenantRegistry(StateStore store) {
    this.records = store.values("mcp:tenant:", Tenant.class);
    this.members = store.members();
    this.signals = store.signals();
    signals.subscribe(ALL, this::onMessage);
    reload();
  }

  /** Subscribes to added, changed or removed tenants, on any instance. */
  public void subscribe(Consumer<Change> listener) {
    listeners.add(listener);
  }

  private void onMessage(String id) {
    if (id.isEmpty()) {
      reload();
    } else {
      reload(id);
    }
  }

  /** Reads all tenants; removes those that have expired. */
  public synchronized void reload() {
    try {
      Set<String> ids = new HashSet<>(members.list(ALL));
      ids.addAll(known.keySet());
      ids.forEach(this::reload);
    } catch (StoreUnavailableException e) {
      LOG.warn("Tenants cannot be loaded yet: {}", e.getMessage());
    }
  }

  private synchronized void reload(String id) {
    Tenant now = records.touch(id, KEPT).orElse(null);
    Tenant before = now == null ? known.remove(id) : known.put(id, now);
    if (before != null) {
      before.tokens().forEach(token -> tokens.remove(token.hash()));
      before.subjects().forEach(subject -> subjects.remove(subject, id));
    }
    if (now != null) {
      now.tokens().forEach(token -> tokens.put(token.hash(), new Found(id, token)));
      now.subjects().forEach(subject -> subjects.put(subject, id));
    }
    if (now == null ? before != null : !now.equals(before)) {
      Change change = new Change(id, before, now);
      listeners.forEach(listener -> listener.accept(change));
    }
  }

  /** The tenant with this id. */
  public Optional<Tenant> find(String id) {
    return Optional.ofNullable(known.get(id));
  }

  /** Finds the tenant of a static token. */
  public Optional<Found> byToken(String secret) {
    return tokens.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(tokens.get(SecureIds.digest(secret)));
  }

  /**
   * Finds the tenant of a verified token's subject.
   *
   * @param issuer its issuer; empty if unknown
   */
  public Optional<String> bySubject(String issuer, String subject) {
    if (subjects.isEmpty()) {
      return Optional.empty();
    }
    String tenant = subjects.get(issuer + "|" + subject);
    return Optional.ofNullable(tenant == null ? subjects.get(subject) : tenant);
  }

  /** Returns whether a token already identifies a tenant. */
  public boolean taken(Tenant.Token token) {
    return tokens.containsKey(token.hash());
  }

  /** Returns whether a token belongs to another tenant than this one. */
  public boolean isTokenOfOther(Tenant.Token token, String id) {
    Found found = tokens.get(token.hash());
    return found != null && !found.tenant().equals(id);
  }

  /** Whether a subject belongs to another tenant than this one. */
  public boolean isSubjectOfOther(String subject, String id) {
    String tenant = subjects.get(subject);
    return tenant != null && !tenant.equals(id);
  }

  /** All tenants. */
  public Collection<Tenant> all() {
    return List.copyOf(known.values());
  }

  /** How many tokens there are. */
  public int tokenCount() {
    return tokens.size();
  }

  /** Adds a tenant; false when there is one with this id. */
  public boolean add(Tenant tenant) {
    if (!records.putIfAbsent(tenant.id(), tenant, KEPT)) {
      return false;
    }
    members.add(ALL, tenant.id(), KEPT);
    changed(tenant.id());
    return true;
  }

  /**
   * Stores a declared tenant. Tokens that were added at run time remain.
   *
   * @return whether the tenant has changed
   */
  public boolean declare(Tenant declared) {
    if (add(declared)) {
      return true;
    }
    Tenant before = known.get(declared.id());
    if (before != null
        && declared.withTokens(before.tokens()).withAll(declared.tokens()).equals(before)) {
      return false;
    }
    update(declared.id(), now -> declared.withTokens(now.tokens()).withAll(declared.tokens()));
    return true;
  }

  /** Changes a tenant; empty if there is none. */
  public Optional<Tenant> update(String id, UnaryOperator<Tenant> change) {
    Optional<Tenant> now = records.update(id, change);
    changed(id);
    return now;
  }

  /** Removes a tenant; returns it. */
  public Optional<Tenant> remove(String id) {
    Optional<Tenant> was = records.take(id);
    members.remove(ALL, id);
    changed(id);
    return was;
  }

  private void changed(String id) {
    reload(id);
    signals.publish(ALL, id);
  }
}
