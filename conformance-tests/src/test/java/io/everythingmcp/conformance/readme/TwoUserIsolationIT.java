package io.everythingmcp.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.StatefulClient;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.oauth.OAuthDiscovery;
import io.everythingmcp.conformance.oauth.OAuthFlow;
import io.everythingmcp.conformance.server.TestCaller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Isolation of two users of one server. Alice logs in through the pages of the authorization server
 * and the fake identity provider, then Bob does, and then Bob tries to access Alice's resources.
 * Each step is one action of a client.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoUserIsolationIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "FIXTURES", "true");

  private static RawClient unauthenticated;
  private static OAuthDiscovery found;
  private static RawClient alice;
  private static RawClient bob;
  private static StatefulClient aliceSession;

  @BeforeAll
  static void createClients() {
    unauthenticated = SERVER.client();
  }

  @Test
  @Order(1)
  void unauthenticatedCallerGetsTheMetadataAddress() {
    McpResponse refused = StatefulClient.initialize(unauthenticated, "/mcp", "2025-11-25", "{}");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.response().header("WWW-Authenticate")).contains("resource_metadata=");
  }

  @Test
  @Order(2)
  void metadataNamesTheAuthorizationServer() {
    found = OAuthDiscovery.of(unauthenticated, SERVER.uri().resolve("/mcp"));

    assertThat(found.resourceName()).endsWith("/mcp");
    assertThat(found.server().path("code_challenge_methods_supported").toString()).contains("S256");
  }

  @Test
  @Order(3)
  void bothUsersLogInAndConsent() {
    alice = clientOf("alice");
    bob = clientOf("bob");
  }

  /** Registers a client, completes consent and login of a user, and exchanges the code. */
  private static RawClient clientOf(String user) {
    OAuthFlow flow = OAuthFlow.register(unauthenticated, found, new FormLogin(user));
    String token = flow.tokens("mcp:read mcp:write").path("access_token").asText();
    return unauthenticated.with(TestCaller.token(user, token).headers());
  }

  @Test
  @Order(4)
  void serverIdentifiesBothUsers() {
    aliceSession = StatefulClient.open(alice, "/mcp", SpecRevision.R2025_11_25, "{}");
    StatefulClient bobsSession = StatefulClient.open(bob, "/mcp", SpecRevision.R2025_11_25, "{}");

    String whoAlice = subject(aliceSession);
    assertThat(whoAlice).isNotBlank();
    assertThat(subject(bobsSession)).isNotBlank().isNotEqualTo(whoAlice);
  }

  private static String subject(StatefulClient session) {
    McpResponse reply = session.call(ToolCall.of("whoAmI", "{}"));
    return reply.result().at("/structuredContent/subject").asText();
  }

  @Test
  @Order(5)
  void sessionOfAliceIsNotFoundForBob() {
    StatefulClient bobInAlicesSession = aliceSession.by(bob);

    assertThat(bobInAlicesSession.callMethod("tools/list").status()).isEqualTo(404);
    assertThat(bobInAlicesSession.get().send().status()).isEqualTo(404);
    assertThat(bobInAlicesSession.delete().send().status()).isEqualTo(404);
  }

  @Test
  @Order(6)
  void sessionIdIsNoCredential() {
    assertThat(aliceSession.by(unauthenticated).callMethod("tools/list").status()).isEqualTo(401);
  }

  @Test
  @Order(7)
  void sessionOfAliceContinues() {
    assertThat(aliceSession.callMethod("tools/list").result().path("tools")).isNotEmpty();
  }
}
