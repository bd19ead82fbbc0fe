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

/** Makes the servers of tenants: of a choice of the features there are, or as a program says. */
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

  /** The server of a tenant, and what is in front of it. */
  record Served(Tenant tenant, McpServer server, McpServlet servlet, List<Filter> quotas) {
    /** What is still in front of the server after so many filters, and the server. */
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

  /** Says what the server of a tenant is, from the next time on that it is made. */
  void define(String tenant, Supplier<ServerDefinition> definition) {
    definitions.put(tenant, definition);
  }

  /** Forgets that. */
  void forget(String tenant) {
    definitions.remove(tenant);
    registered.remove(tenant);
  }

  boolean defined(String tenant) {
    return definitions.containsKey(tenant);
  }

  /**
   * Makes it.
   *
   * @throws RuntimeException what its definition throws, or says about what is wrong in it
   */
  Served make(Tenant tenant) {
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
