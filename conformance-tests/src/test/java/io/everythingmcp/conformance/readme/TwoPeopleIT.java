package io.everythingmcp.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.oauth.Discovery;
import io.everythingmcp.conformance.oauth.Flow;
import io.everythingmcp.conformance.oauth.FormLogin;
import io.everythingmcp.conformance.server.Caller;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Session;
import io.everythingmcp.conformance.talk.ToolCall;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two people use the same server. Alice logs in through the browser pages of the authorization
 * server and the fake identity provider behind it, Bob does the same, and then Bob tries to get at
 * what is Alice's. Read it from top to bottom: each step is what a client does.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoPeopleIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "integrated", "FIXTURES", "true");

  private static RawClient nobody;
  private static Discovery found;
  private static RawClient alice;
  private static RawClient bob;
  private static Session alicesSession;

  @BeforeAll
  static void aClientKnowsNothingButTheAddress() {
    nobody = SERVER.client();
  }

  @Test
  @Order(1)
  void whoHasNoTokenIsToldWhereToGetOne() {
    Reply refused = Session.initialize(nobody, "/mcp", "2025-11-25", "{}");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.response().header("WWW-Authenticate")).contains("resource_metadata=");
  }

  @Test
  @Order(2)
  void theWayLeadsToTheAuthorizationServer() {
    found = Discovery.of(nobody, SERVER.uri().resolve("/mcp"));

    assertThat(found.resourceName()).endsWith("/mcp");
    assertThat(found.server().path("code_challenge_methods_supported").toString()).contains("S256");
  }

  @Test
  @Order(3)
  void aliceAndBobLogInAndAgree() {
    alice = clientOf("alice");
    bob = clientOf("bob");
  }

  /** Registers a client, sends somebody through consent and login, exchanges the code. */
  private static RawClient clientOf(String user) {
    Flow flow = Flow.register(nobody, found, new FormLogin(user));
    String token = flow.tokens("mcp:read mcp:write").path("access_token").asText();
    return nobody.with(Caller.token(user, token).headers());
  }

  @Test
  @Order(4)
  void theServerKnowsWhoTheyAre() {
    alicesSession = Session.open(alice, "/mcp", Revision.R2025_11_25, "{}");
    Session bobsSession = Session.open(bob, "/mcp", Revision.R2025_11_25, "{}");

    String whoAlice = subject(alicesSession);
    assertThat(whoAlice).isNotBlank();
    assertThat(subject(bobsSession)).isNotBlank().isNotEqualTo(whoAlice);
  }

  private static String subject(Session session) {
    Reply reply = session.call(ToolCall.of("whoAmI", "{}"));
    return reply.result().at("/structuredContent/subject").asText();
  }

  @Test
  @Order(5)
  void alicesSessionDoesNotExistForBob() {
    Session bobInAlicesSession = alicesSession.by(bob);

    assertThat(bobInAlicesSession.ask("tools/list").status()).isEqualTo(404);
    assertThat(bobInAlicesSession.get().send().status()).isEqualTo(404);
    assertThat(bobInAlicesSession.delete().send().status()).isEqualTo(404);
  }

  @Test
  @Order(6)
  void anIdIsNoCredential() {
    assertThat(alicesSession.by(nobody).ask("tools/list").status()).isEqualTo(401);
  }

  @Test
  @Order(7)
  void aliceGoesOnAsIfNothingHadHappened() {
    assertThat(alicesSession.ask("tools/list").result().path("tools")).isNotEmpty();
  }
}
