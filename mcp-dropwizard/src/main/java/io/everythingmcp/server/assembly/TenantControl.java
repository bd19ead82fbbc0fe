package io.everythingmcp.server.assembly;

import io.everythingmcp.server.management.tenant.TenantAdmin;
import io.everythingmcp.server.management.tenant.TenantDocument;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Manages tenants and their tokens from the embedding program while the server runs. Changes are
 * visible to all instances that share a store, and published as events. Thread-safe, after the
 * protocol bundle has run.
 *
 * <p>A tenant has a selection of the server's features, or a server defined in Java. A definition
 * is not in the store: each instance that serves it must define it.
 */
public final class TenantControl {
  private final TenantAdmin admin;
  private final TenantRegistry tenants;
  private final Servers servers;

  /** The servers of tenants on this instance. */
  public interface Servers extends TenantAdmin.Servers {
    /** Sets the definition of a tenant's server; used when the server is next created. */
    void define(String tenant, Supplier<ServerDefinition> definition);

    /** Removes the definition. */
    void remove(String tenant);

    /** How many sessions a tenant has, on all instances; zero where its server was not made. */
    long sessions(String tenant);

    /** How many servers were made on this instance. */
    int active();
  }

  /** For these tenants. */
  public TenantControl(TenantAdmin admin, TenantRegistry tenants, Servers servers) {
    this.admin = admin;
    this.tenants = tenants;
    this.servers = servers;
  }

  /** All tenants, by their ids. */
  public List<Tenant> list() {
    return admin.list();
  }

  /** One of them. */
  public Optional<Tenant> find(String id) {
    return admin.find(id);
  }

  /**
   * Adds a tenant that has a choice of the features of the server.
   *
   * @return false when there is one with this id, or one of its tokens or subjects is taken
   */
  public boolean add(Tenant tenant) {
    return admin.add(tenant);
  }

  /**
   * Adds a tenant with its own server definition.
   *
   * @param definition called once at the first request, from any thread
   * @return false if the id, one of the tokens or one of the subjects is already used
   */
  public boolean add(Tenant tenant, Supplier<ServerDefinition> definition) {
    if (admin.find(tenant.id()).isPresent() || admin.conflicts(tenant)) {
      return false;
    }
    servers.define(tenant.id(), definition);
    return admin.add(tenant);
  }

  /**
   * Changes a tenant except its id and tokens. Sessions are retained, and clients are notified.
   *
   * @return the changed tenant; empty if it does not exist
   */
  public Optional<Tenant> update(String id, UnaryOperator<Tenant> change) {
    return admin.update(id, now -> change.apply(now).called(id).withTokens(now.tokens()));
  }

  /**
   * Sets another server definition of a tenant. Sessions are retained, and clients are notified.
   *
   * @param definition called at once if the server exists, otherwise at the first request
   * @return false if the tenant does not exist
   * @throws IllegalArgumentException if the definition is called at once and fails; the tenant is
   *     then unchanged
   */
  public boolean define(String id, Supplier<ServerDefinition> definition) {
    if (admin.find(id).isEmpty()) {
      return false;
    }
    if (servers.identity(id).isPresent()) {
      ServerDefinition next = evaluated(id, definition);
      servers.define(id, () -> next);
    } else {
      servers.define(id, definition);
    }
    return admin.update(id, now -> now.redefined()).isPresent();
  }

  private static ServerDefinition evaluated(String id, Supplier<ServerDefinition> definition) {
    ServerDefinition next;
    try {
      next = definition.get();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "The server definition of tenant " + id + " failed: " + e.getMessage(), e);
    }
    if (next == null) {
      throw new IllegalArgumentException("The server definition of tenant " + id + " is null");
    }
    return next;
  }

  /** Removes a tenant; its streams, calls and sessions end. False when there was none. */
  public boolean remove(String id) {
    boolean removed = admin.remove(id);
    servers.remove(id);
    return removed;
  }

  /**
   * Assigns a token to a tenant, with the name of {@link Tenant.Token#nameOf}.
   *
   * @param token at least 16 visible ASCII characters
   * @return false if the tenant is unknown, or the token is already assigned
   * @throws IllegalArgumentException if the token is invalid
   */
  public boolean addToken(String id, String token) {
    return admin.addToken(id, Tenant.Token.of(TenantDocument.checked(token)));
  }

  /**
   * Assigns a token to a tenant.
   *
   * @param name what events and lists call it; no other token of the tenant has it
   * @param token at least 16 visible ASCII characters
   * @return false if the tenant is unknown, or the token is already assigned
   * @throws IllegalArgumentException if the token or the name is invalid, or the name is in use
   */
  public boolean addToken(String id, String name, String token) {
    return admin.addToken(id, Tenant.Token.of(name, TenantDocument.checked(token)));
  }

  /**
   * Removes a token and ends its streams, calls and sessions.
   *
   * @param given the token, its name, or its unique first eight characters
   * @return false unless exactly one token matches
   */
  public boolean removeToken(String id, String given) {
    return admin.removeToken(id, given);
  }

  /** Returns the tenant of a token. */
  public Optional<String> tenantOf(String token) {
    return tenants.byToken(token).map(TenantRegistry.Found::tenant);
  }

  /** How many tokens there are, of all tenants. */
  public int tokens() {
    return tenants.tokenCount();
  }

  /** How many sessions a tenant has, on all instances; zero where its server was not made here. */
  public long sessions(String id) {
    return servers.sessions(id);
  }

  /** Ends the sessions of a tenant, on all instances, and returns their number. */
  public int endSessions(String id) {
    return servers.endSessions(id);
  }

  /** How many servers of tenants were made on this instance. */
  public int activeServers() {
    return servers.active();
  }
}
