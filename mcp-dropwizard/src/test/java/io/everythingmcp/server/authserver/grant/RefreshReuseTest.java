package io.everythingmcp.server.authserver.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.client.ClientAssertionVerifier;
import io.everythingmcp.server.authserver.client.ClientAuthenticator;
import io.everythingmcp.server.authserver.client.ClientKeys;
import io.everythingmcp.server.authserver.client.CompositeClientSource;
import io.everythingmcp.server.authserver.client.ConfiguredClients;
import io.everythingmcp.server.authserver.client.OAuthClient;
import io.everythingmcp.server.authserver.client.RegisteredClients;
import io.everythingmcp.server.authserver.endpoint.CredentialLifetimes;
import io.everythingmcp.server.authserver.endpoint.OAuthEndpoint;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.OAuthResponses;
import io.everythingmcp.server.authserver.endpoint.ResourceIndicators;
import io.everythingmcp.server.authserver.endpoint.ScopeRule;
import io.everythingmcp.server.authserver.token.AuthorizationGrant;
import io.everythingmcp.server.authserver.token.AuthorizationGrantStore;
import io.everythingmcp.server.authserver.token.OpaqueAccessTokenService;
import io.everythingmcp.server.authserver.token.StoreValueSealer;
import io.everythingmcp.server.security.audit.ReuseListener;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.WireJson;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Reuse of a refresh token, on one instance and on two. */
class RefreshReuseTest {
  private static final String MCP = "https://server.example/mcp";
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final OAuthClient APP =
      new OAuthClient(
          "app",
          "App",
          OAuthClient.Origin.CONFIGURED,
          List.of("https://app.example/cb"),
          "none",
          "",
          List.of("authorization_code", "refresh_token"),
          Set.of(),
          "",
          "");

  private final StateStore store = new MemoryStore();

  /** One instance with the shared store. */
  private final class Instance {
    private final AuthorizationGrantStore installations =
        new AuthorizationGrantStore(store, ReuseListener.NONE);
    private final RefreshTokenStore tokens;
    private final OAuthEndpoint endpoint;

    Instance(Duration reuse) {
      Duration day = Duration.ofDays(1);
      CredentialLifetimes lives =
          new CredentialLifetimes(day, day, day, day, reuse, day, day, day, day);
      StoreValueSealer sealer = new StoreValueSealer(store, "");
      Clock clock = Clock.systemUTC();
      GrantEndpoints grants =
          new GrantEndpoints(
              store,
              new GrantEndpoints.Parts(
                  installations,
                  new OpaqueAccessTokenService(installations, clock),
                  new RegisteredClients(store, day, 1),
                  sealer,
                  new ResourceIndicators(asked -> Optional.of(MCP), MCP),
                  new ScopeRule(Map::of)),
              lives,
              clock);
      tokens =
          new RefreshTokenStore(
              store, installations, new RefreshResponseCache(store, sealer, reuse), day);
      CompositeClientSource clients =
          new CompositeClientSource(List.of(new ConfiguredClients(List.of(APP))));
      ClientAssertionVerifier assertions =
          new ClientAssertionVerifier(Set.of(), new ClientKeys(address -> ""), store, clock);
      endpoint = grants.token(new ClientAuthenticator(clients, assertions));
    }

    String refreshToken() {
      AuthorizationGrant granted =
          new AuthorizationGrant(
              "app",
              "alice",
              "",
              Set.of("mcp:read", "mcp:write"),
              List.of(MCP),
              Clock.systemUTC().instant(),
              "",
              "",
              List.of());
      return tokens.issue(installations.add(granted, Duration.ofDays(1)), "app");
    }

    JsonNode refresh(String token, String more) {
      HTTPRequest request =
          new HTTPRequest(HTTPRequest.Method.POST, URI.create("https://server.example/token"));
      request.setHeader("Content-Type", "application/x-www-form-urlencoded");
      request.setBody("grant_type=refresh_token&client_id=app&refresh_token=" + token + more);
      HTTPResponse response;
      try {
        response = endpoint.handle(request);
      } catch (OAuthException refusal) {
        response = OAuthResponses.error(refusal.error());
      }
      return WireJson.read(response.getBody(), JsonNode.class);
    }
  }

  @Test
  void reuseWithoutAllowanceEndsTheGrant() {
    Instance instance = new Instance(Duration.ZERO);
    String token = instance.refreshToken();
    JsonNode first = instance.refresh(token, "");
    assertThat(first.path("access_token").asText()).isNotEmpty();
    assertThat(instance.refresh(token, "").path("error").asText()).isEqualTo("invalid_grant");
    assertThat(instance.refresh(first.path("refresh_token").asText(), "").path("error").asText())
        .isEqualTo("invalid_grant");
  }

  @Test
  void reuseWithinAllowanceReturnsTheSameTokensOnTwoInstances() {
    Instance one = new Instance(LONG);
    Instance two = new Instance(LONG);
    String token = one.refreshToken();
    JsonNode first = one.refresh(token, "&scope=mcp:read");
    assertThat(first.path("scope").asText()).isEqualTo("mcp:read");
    assertThat(two.refresh(token, "&scope=mcp:read")).isEqualTo(first);
    JsonNode next = two.refresh(first.path("refresh_token").asText(), "");
    assertThat(next.path("access_token").asText()).as("the grant remains").isNotEmpty();
  }

  @Test
  void concurrentReuseReturnsTheSameTokens() throws Exception {
    List<Instance> instances = List.of(new Instance(LONG), new Instance(LONG));
    String token = instances.get(0).refreshToken();
    List<Callable<JsonNode>> calls = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Instance instance = instances.get(i % 2);
      calls.add(() -> instance.refresh(token, ""));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Set<JsonNode> answers = new java.util.HashSet<>();
      for (Future<JsonNode> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      assertThat(answers).hasSize(1);
      assertThat(answers.iterator().next().has("access_token")).isTrue();
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void reuseAfterAllowanceEndsTheGrant() {
    Instance instance = new Instance(Duration.ofMillis(50));
    String token = instance.refreshToken();
    JsonNode first = instance.refresh(token, "");
    await()
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                assertThat(instance.refresh(token, "").path("error").asText())
                    .isEqualTo("invalid_grant"));
    assertThat(instance.refresh(first.path("refresh_token").asText(), "").path("error").asText())
        .as("the grant ends")
        .isEqualTo("invalid_grant");
  }

  @Test
  void reuseWithAnotherRequestEndsTheGrant() {
    Instance instance = new Instance(LONG);
    String token = instance.refreshToken();
    instance.refresh(token, "&scope=mcp:read");
    assertThat(instance.refresh(token, "&scope=mcp:write").path("error").asText())
        .isEqualTo("invalid_grant");
  }
}
