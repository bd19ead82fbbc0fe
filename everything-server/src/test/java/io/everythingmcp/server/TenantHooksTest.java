package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.everything.EverythingApplication;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestServer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom tenant resolvers and request filters. */
class TenantHooksTest {
  private static final String TOKEN = "token-of-the-east-0123";

  private final List<String> seen = new CopyOnWriteArrayList<>();
  private McpTestServer server;
  private PerTokenEndpoint endpoint;

  /** Server with a resolver that reads a header, and a filter that rejects one region. */
  private McpServerBundle bundle() {
    return EverythingApplication.server()
        .tenantResolver((request, caller) -> region(request))
        .requestFilter(
            (request, response, chain) -> {
              CallerIdentity caller = CallerSource.of((HttpServletRequest) request);
              seen.add(caller.tenant().orElse("none"));
              if (caller.tenant().filter("west"::equals).isPresent()) {
                ((HttpServletResponse) response).setStatus(418);
              } else {
                chain.doFilter(request, response);
              }
            })
        .build();
  }

  private static Optional<String> region(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("X-Region"));
  }

  @BeforeEach
  void start() throws Exception {
    McpConfiguration configuration = McpTestServer.configuration();
    YAMLMapper yaml = new YAMLMapper();
    configuration
        .getTenants()
        .setDeclared(
            List.of(
                (ObjectNode) yaml.readTree("{id: east, name: East, tokens: [" + TOKEN + "]}"),
                (ObjectNode) yaml.readTree("{id: west, name: West}")));
    server = McpTestServer.start(bundle(), configuration);
    endpoint = new PerTokenEndpoint(server.endpoint().toString());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private McpTestClient.Builder anonymous() {
    return McpTestClient.builder(server.endpoint());
  }

  private McpTestClient.Builder in(String region) {
    return anonymous().header("X-Region", region);
  }

  @Test
  void customResolverPrecedesOthers() {
    assertThat(PerTokenEndpoint.name(in("east").connect())).isEqualTo("East 1.0.0");
    assertThat(endpoint.serverFor(TOKEN)).isEqualTo("East 1.0.0");
    assertThat(PerTokenEndpoint.name(anonymous().connect())).startsWith("everything-server ");
  }

  @Test
  void unknownTenantOfAResolverIsNotFound() {
    assertThat(PerTokenEndpoint.rejection(in("north")).status()).isEqualTo(404);
  }

  @Test
  void filterReceivesCallerAndTenant() {
    assertThat(PerTokenEndpoint.rejection(in("west").token(TOKEN)).status()).isEqualTo(418);
    endpoint.connect(TOKEN);
    anonymous().connect();
    // Each client that is accepted sends notifications/initialized after initialize.
    assertThat(seen).containsExactly("west", "east", "east", "none", "none");
  }
}
