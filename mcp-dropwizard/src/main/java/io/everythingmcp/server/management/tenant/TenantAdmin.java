package io.everythingmcp.server.management.tenant;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantRegistry;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Adds, changes and removes tenants and their tokens, and publishes the changes. */
public final class TenantAdmin {
  private final TenantRegistry tenants;
  private final ServerEventBus events;
  private final Servers servers;

  /** The servers of tenants. */
  public interface Servers {
    /** Notifies the clients of a tenant that all lists may have changed. */
    void announce(String tenant);

    /** Ends the sessions of a tenant; returns their number. */
    int endSessions(String tenant);

    /**
     * Whether the server of a tenant is written in code: then it is registered, and has a name and
     * a version, when it is made.
     */
    boolean defined(String tenant);

    /** Returns name and version of the server of a tenant, if it was created. */
    Optional<ServerImplementation> identity(String tenant);
  }

  /** An admin. */
  public TenantAdmin(TenantRegistry tenants, ServerEventBus events, Servers servers) {
    this.tenants = tenants;
    this.events = events;
    this.servers = servers;
  }

  /** All tenants, by their ids. */
  public List<Tenant> list() {
    return tenants.all().stream().sorted(java.util.Comparator.comparing(Tenant::id)).toList();
  }

  /** One of them. */
  public Optional<Tenant> find(String id) {
    return tenants.find(id);
  }

  /** Returns whether one of its tokens or subjects belongs to another tenant. */
  public boolean conflicts(Tenant tenant) {
    return tenant.tokens().stream().anyMatch(t -> tenants.isTokenOfOther(t, tenant.id()))
        || tenant.subjects().stream().anyMatch(s -> tenants.isSubjectOfOther(s, tenant.id()));
  }

  /** Adds a tenant; returns false if its id, one of its tokens or one of its subjects is in use. */
  public boolean add(Tenant tenant) {
    if (conflicts(tenant) || !tenants.add(tenant)) {
      return false;
    }
    if (!servers.defined(tenant.id())) {
      TokenMark first = TokenMark.first(tenant);
      events.publish(
          new ServerEvent.ServerRegistered(
              first.hint(),
              first.name(),
              tenant.id(),
              tenant.name(),
              tenant.version(),
              Instant.now()));
    }
    tenant.tokens().forEach(token -> added(tenant.id(), token));
    return true;
  }

  /** Changes a tenant except its tokens; its clients are notified. */
  public Optional<Tenant> update(String id, UnaryOperator<Tenant> change) {
    Optional<Tenant> now = tenants.update(id, change);
    now.ifPresent(
        tenant -> {
          TokenMark first = TokenMark.first(tenant);
          named(tenant)
              .ifPresent(
                  server -> {
                    servers.announce(id);
                    events.publish(
                        new ServerEvent.ServerUpdated(
                            first.hint(),
                            first.name(),
                            id,
                            server.name(),
                            server.version(),
                            Instant.now()));
                  });
          tenant
              .tokens()
              .forEach(t -> events.publish(new ServerEvent.TokenUpdated(t.hint(), t.name(), id)));
        });
    return now;
  }

  private record Named(String name, String version) {}

  /** Returns the name of the server of a tenant; empty if it is unknown. */
  private Optional<Named> named(Tenant tenant) {
    return servers.defined(tenant.id())
        ? servers.identity(tenant.id()).map(known -> new Named(known.name(), known.version()))
        : Optional.of(new Named(tenant.name(), tenant.version()));
  }

  /** Removes one and ends its sessions; false when there was none. */
  public boolean remove(String id) {
    Optional<Named> server = tenants.find(id).flatMap(this::named);
    boolean active = server.isPresent() && servers.endSessions(id) > 0;
    Optional<Tenant> was = tenants.remove(id);
    was.ifPresent(
        tenant -> {
          TokenMark first = TokenMark.first(tenant);
          tenant.tokens().forEach(token -> removed(id, token));
          server.ifPresent(
              known ->
                  events.publish(
                      new ServerEvent.ServerRemoved(
                          first.hint(), first.name(), id, known.name(), active, Instant.now())));
        });
    return was.isPresent();
  }

  /**
   * Adds a token to a tenant; returns false if the tenant is unknown, or the token is in use.
   *
   * @throws IllegalArgumentException if another token of the tenant has its name
   */
  public boolean addToken(String id, Tenant.Token token) {
    boolean added =
        !tenants.taken(token) && tenants.update(id, tenant -> tenant.with(token)).isPresent();
    if (added) {
      added(id, token);
    }
    return added;
  }

  /**
   * Removes a token.
   *
   * @param given the token, its name, or its unique first characters
   * @return false unless exactly one token matches
   */
  public boolean removeToken(String id, String given) {
    List<Tenant.Token> all = find(id).map(Tenant::tokens).orElse(List.of());
    String hash = SecureIds.digest(given);
    List<Tenant.Token> meant =
        Stream.<Predicate<Tenant.Token>>of(
                token -> token.hash().equals(hash),
                token -> token.name().equals(given),
                token -> token.hint().equals(given))
            .map(rule -> all.stream().filter(rule).toList())
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (meant.size() != 1) {
      return false;
    }
    tenants.update(id, tenant -> tenant.without(meant.get(0)));
    removed(id, meant.get(0));
    return true;
  }

  private void added(String id, Tenant.Token token) {
    events.publish(new ServerEvent.TokenAdded(token.hint(), token.name(), id));
  }

  private void removed(String id, Tenant.Token token) {
    events.publish(new ServerEvent.TokenRemoved(token.hint(), token.name(), id));
  }

  /** Data of the first token of a tenant for events. */
  private record TokenMark(String hint, String name) {
    static TokenMark first(Tenant tenant) {
      return tenant.tokens().stream()
          .findFirst()
          .map(token -> new TokenMark(token.hint(), token.name()))
          .orElse(new TokenMark(null, null));
    }
  }
}
