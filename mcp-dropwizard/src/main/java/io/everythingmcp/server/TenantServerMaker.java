package io.everythingmcp.server;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.assembly.TenantQuotaFilters;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.transport.http.KeepAlive;
import io.everythingmcp.server.transport.http.McpServlet;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Creates the servers of tenants: from a selection of the features, or from a definition. */
final class TenantServerMaker {
  private final McpServerFactory factory;
  private final McpConfiguration configuration;
  private final McpServer main;
  private final KeepAlive keepAlive;
  private final Map<String, Supplier<ServerDefinition>> definitions = new ConcurrentHashMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();

  TenantServerMaker(
      McpServerFactory factory,
      McpConfiguration configuration,
      McpServer main,
      KeepAlive keepAlive) {
    this.factory = factory;
    this.configuration = configuration;
    this.main = main;
    this.keepAlive = keepAlive;
  }

  /** Server of a tenant and its filters. */
  record Served(Tenant tenant, McpServer server, McpServlet servlet, List<Filter> quotas) {
    /** Returns the chain of the remaining filters and the server. */
    FilterChain chain(int passed) {
      return passed == quotas.size()
          ? servlet::service
          : (request, response) ->
              quotas.get(passed).doFilter(request, response, chain(passed + 1));
    }

    boolean is(Tenant now) {
      return tenant.withTokens(List.of()).equals(now.withTokens(List.of()));
    }
  }

  /** Sets the definition of a tenant's server; used when the server is next created. */
  void define(String tenant, Supplier<ServerDefinition> definition) {
    definitions.put(tenant, definition);
  }

  /** Removes the definition. */
  void remove(String tenant) {
    definitions.remove(tenant);
    registered.remove(tenant);
  }

  boolean defined(String tenant) {
    return definitions.containsKey(tenant);
  }

  /**
   * Creates the server.
   *
   * @throws RuntimeException if its definition fails or is invalid
   */
  Served create(Tenant tenant) {
    Optional<ServerDefinition> own =
        Optional.ofNullable(definitions.get(tenant.id())).map(Supplier::get);
    if (own.isEmpty() && definitions.containsKey(tenant.id())) {
      throw new IllegalStateException("The definition of the server of a tenant is null");
    }
    McpServer server = factory.tenant(configuration, main, tenant, own);
    int maxBody = (int) configuration.getEdge().getMaxRequestSize().toBytes();
    McpServlet servlet = new McpServlet(server.endpoint(), keepAlive, maxBody);
    List<Filter> quotas =
        TenantQuotaFilters.filters(main.runtime().store(), "tenant/" + tenant.id(), tenant.quota());
    own.ifPresent(definition -> registered(tenant, definition));
    return new Served(tenant, server, servlet, quotas);
  }

  private void registered(Tenant tenant, ServerDefinition definition) {
    if (registered.add(tenant.id())) {
      Optional<Tenant.Token> token = tenant.tokens().stream().findFirst();
      main.runtime()
          .events()
          .publish(
              new ServerEvent.ServerRegistered(
                  token.map(Tenant.Token::hint).orElse(null),
                  token.map(Tenant.Token::name).orElse(null),
                  tenant.id(),
                  definition.name(),
                  definition.version(),
                  Instant.now()));
    }
  }
}
