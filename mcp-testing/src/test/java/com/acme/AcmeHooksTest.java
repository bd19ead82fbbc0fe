package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.auth.VerificationResult;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.transport.http.CallerSource;
import io.everythingmcp.testing.McpTestServer;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Custom components that an application of another package can install. */
class AcmeHooksTest {
  private static McpConfiguration open() {
    return McpTestServer.configuration();
  }

  @Test
  void sessionIdGeneratorAndListenersAreUsed() throws Exception {
    AtomicInteger count = new AtomicInteger();
    List<String> created = new CopyOnWriteArrayList<>();
    McpServerBundle.Builder server =
        AcmeServer.server()
            .sessionIdGenerator(() -> "acme-" + count.incrementAndGet())
            .onEvent(ServerEvent.SessionCreated.class, event -> created.add(event.sessionId()));
    try (AcmeServer acme = AcmeServer.start(open(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), null);
      assertThat(client.initialize().headers().firstValue("Mcp-Session-Id")).contains("acme-1");
      assertThat(client.initialize().headers().firstValue("Mcp-Session-Id")).contains("acme-2");
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(created).containsExactly("acme-1", "acme-2"));
    }
  }

  @Test
  void customVerifierIdentifiesTheCaller() throws Exception {
    McpConfiguration configuration = AcmeServer.configuration();
    configuration.getAuth().setMode(Mode.CUSTOM);
    McpServerBundle.Builder server =
        AcmeServer.server()
            .tokenVerifier(
                token ->
                    token.equals("token-of-a-writer")
                        ? new VerificationResult.Accepted(writer())
                        : new VerificationResult.Rejected("It is not the one."));
    try (AcmeServer acme = AcmeServer.start(configuration, server)) {
      assertThat(AcmeClient.withToken(acme.url(), "token-of-a-writer").call("note")).isEqualTo(200);
      assertThat(AcmeClient.withToken(acme.url(), "token-of-a-writer").call("wipe")).isEqualTo(403);
      assertThat(AcmeClient.withToken(acme.url(), "another").initialize().statusCode())
          .isEqualTo(401);
    }
  }

  private static CallerIdentity writer() {
    return new CallerIdentity(
        "bearer",
        Optional.of("acme"),
        Optional.of("wanda"),
        Optional.empty(),
        Set.of("mcp:write"),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  @Test
  void requestFilterRunsAfterAuthentication() throws Exception {
    McpServerBundle.Builder server =
        AcmeServer.server()
            .requestFilter(
                (request, response, chain) -> {
                  CallerIdentity caller = CallerSource.of((HttpServletRequest) request);
                  if (caller.scopes().contains("mcp:admin")) {
                    chain.doFilter(request, response);
                  } else {
                    ((HttpServletResponse) response).sendError(418);
                  }
                });
    try (AcmeServer acme = AcmeServer.start(AcmeServer.configuration(), server)) {
      assertThat(new AcmeClient(acme.url(), "mcp:admin").call("wipe")).isEqualTo(200);
      assertThat(new AcmeClient(acme.url(), "mcp:write").initialize().statusCode()).isEqualTo(418);
    }
  }

  @Test
  void tenantResolverIsUsed() throws Exception {
    McpServerBundle bundle =
        AcmeServer.server()
            .tenantResolver((request, caller) -> Optional.empty())
            .tenantResolver((request, caller) -> Optional.of("east"))
            .build();
    try (AcmeServer acme = AcmeServer.start(open(), bundle)) {
      bundle.tenants().add(Tenant.named("east"), () -> definition("1.0"));
      JsonNode info =
          AcmeClient.json(new AcmeClient(acme.url(), null).initialize())
              .at("/result/serverInfo/name");
      assertThat(info.asText()).isEqualTo("east");
    }
  }

  @Test
  void customStoreKeepsSessions() throws Exception {
    StateStore store = new MemoryStore();
    try (AcmeServer one = AcmeServer.start(open(), AcmeServer.server().store(c -> store));
        AcmeServer two = AcmeServer.start(open(), AcmeServer.server().store(c -> store));
        AcmeServer other = AcmeServer.start(open(), AcmeServer.server())) {
      String session =
          new AcmeClient(one.url(), null)
              .initialize()
              .headers()
              .firstValue("Mcp-Session-Id")
              .orElseThrow();
      assertThat(new AcmeClient(two.url(), null).list(session).statusCode()).isEqualTo(200);
      assertThat(new AcmeClient(other.url(), null).list(session).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void tenantsChangeAtRunTime() throws Exception {
    McpServerBundle bundle = AcmeServer.server().build();
    try (AcmeServer acme = AcmeServer.start(open(), bundle)) {
      AcmeClient east = new AcmeClient(acme.url() + "/t/east", null);
      assertThat(east.initialize().statusCode()).isEqualTo(401);
      bundle.tenants().add(Tenant.named("east"), () -> definition("1.0"));
      assertThat(version(east)).isEqualTo("1.0");
      bundle.tenants().define("east", () -> definition("2.0"));
      assertThat(version(east)).isEqualTo("2.0");
      bundle.tenants().remove("east");
      assertThat(east.initialize().statusCode()).isEqualTo(401);
    }
  }

  private static ServerDefinition definition(String version) {
    return ServerDefinition.of("east", version).tools(new AcmeTool("note", null));
  }

  private static String version(AcmeClient client) throws Exception {
    return AcmeClient.json(client.initialize()).at("/result/serverInfo/version").asText();
  }

  @Test
  void definitionIsRequestedOncePerTenant() throws Exception {
    AtomicInteger built = new AtomicInteger();
    Tool tool =
        new Tool() {
          @Override
          public McpSchema.Tool definition() {
            built.incrementAndGet();
            return McpSchema.Tool.builder("anew", Map.of("type", "object")).build();
          }

          @Override
          public RequestOutcome call(RequestContext call) {
            return RequestOutcome.text("done");
          }
        };
    McpServerBundle.Builder server = AcmeServer.server().features(FeatureCatalog.of(tool));
    try (AcmeServer acme = AcmeServer.start(open(), server)) {
      AcmeClient client = new AcmeClient(acme.url(), null);
      assertThat(client.call("anew")).isEqualTo(200);
      int before = built.get();
      for (int i = 0; i < 20; i++) {
        assertThat(client.call("anew")).isEqualTo(200);
      }
      assertThat(built).hasValue(before);
    }
  }
}
