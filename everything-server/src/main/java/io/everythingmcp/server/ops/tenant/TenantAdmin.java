package io.everythingmcp.server.ops.tenant;

import io.everythingmcp.server.event.Events;
import io.everythingmcp.server.event.ServerEvent;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.Tenants;
import io.everythingmcp.server.wire.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Adds, changes and removes tenants and their tokens, and tells who wants to know. */
public final class TenantAdmin {
  private final Tenants tenants;
  private final Events events;
  private final Consumer<String> announce;
  private Predicate<String> endSessions = tenant -> false;

  /**
   * An admin.
   *
   * @param announce tells a tenant's clients that everything may be different
   */
  public TenantAdmin(Tenants tenants, Events events, Consumer<String> announce) {
    this.tenants = tenants;
    this.events = events;
    this.announce = announce;
  }

  /**
   * Where there are sessions: how those of a tenant are ended.
   *
   * @param end ends them; says whether there were any
   */
  public void endSessions(Predicate<String> end) {
    endSessions = end;
  }

  /** All tenants, by their ids. */
  public List<Tenant> list() {
    return tenants.all().stream().sorted(java.util.Comparator.comparing(Tenant::id)).toList();
  }

  /** One of them. */
  public Optional<Tenant> find(String id) {
    return tenants.find(id);
  }

  /** Whether another tenant has one of its tokens or subjects. */
  public boolean clashes(Tenant tenant) {
    return tenant.tokens().stream().anyMatch(t -> tenants.leadsElsewhere(t, tenant.id()))
        || tenant.subjects().stream().anyMatch(s -> tenants.belongsElsewhere(s, tenant.id()));
  }

  /** Adds one; false when there is one with this id, or one of its tokens or subjects is taken. */
  public boolean add(Tenant tenant) {
    if (clashes(tenant) || !tenants.add(tenant)) {
      return false;
    }
    events.tell(
        new ServerEvent.ServerRegistered(
            first(tenant), tenant.name(), tenant.version(), Instant.now()));
    tenant.tokens().forEach(token -> events.tell(new ServerEvent.TokenAdded(token.hint())));
    return true;
  }

  /** Changes one, but for its tokens; its clients are told. */
  public Optional<Tenant> update(String id, UnaryOperator<Tenant> change) {
    Optional<Tenant> now = tenants.update(id, change);
    now.ifPresent(
        tenant -> {
          announce.accept(id);
          events.tell(
              new ServerEvent.ServerUpdated(
                  first(tenant), tenant.name(), tenant.version(), Instant.now()));
          tenant.tokens().forEach(t -> events.tell(new ServerEvent.TokenUpdated(t.hint())));
        });
    return now;
  }

  /** Removes one and ends its sessions; false when there was none. */
  public boolean remove(String id) {
    Optional<Tenant> was = tenants.remove(id);
    was.ifPresent(
        tenant -> {
          boolean active = endSessions.test(id);
          tenant.tokens().forEach(t -> events.tell(new ServerEvent.TokenRemoved(t.hint())));
          events.tell(
              new ServerEvent.ServerRemoved(first(tenant), tenant.name(), active, Instant.now()));
        });
    return was.isPresent();
  }

  /** Lets a token lead to a tenant; false when there is no such tenant, or the token is taken. */
  public boolean addToken(String id, String secret) {
    Tenant.Token token = Tenant.Token.of(secret);
    boolean added =
        !tenants.taken(token) && tenants.update(id, tenant -> tenant.with(token)).isPresent();
    if (added) {
      events.tell(new ServerEvent.TokenAdded(token.hint()));
    }
    return added;
  }

  /**
   * Takes a token away.
   *
   * @param given the token, or its first characters if no other begins like that
   * @return false when there is not exactly one
   */
  public boolean removeToken(String id, String given) {
    String hash = Ids.digest(given);
    List<Tenant.Token> meant =
        find(id).stream()
            .flatMap(tenant -> tenant.tokens().stream())
            .filter(token -> token.hash().equals(hash) || token.hint().equals(given))
            .toList();
    if (meant.size() != 1) {
      return false;
    }
    tenants.update(id, tenant -> tenant.without(meant.get(0)));
    events.tell(new ServerEvent.TokenRemoved(meant.get(0).hint()));
    return true;
  }

  private static String first(Tenant tenant) {
    return tenant.tokens().stream().findFirst().map(Tenant.Token::hint).orElse(null);
  }
}
