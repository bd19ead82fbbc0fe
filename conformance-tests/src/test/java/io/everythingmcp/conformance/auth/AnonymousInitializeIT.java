package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code initialize} without authentication, where that is enabled. */
class AnonymousInitializeIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          "AUTH_MODE", "jwt", "JWT_SECRET", SignedTokens.SECRET, "ANONYMOUS_INITIALIZE", "true");

  private static TokenUser unauthenticated() {
    return TokenUser.user(SERVER.client(), null);
  }

  private static TokenUser user(String name) {
    return TokenUser.user(SERVER.client(), SignedTokens.good(SERVER.uri(), name, "mcp:write"));
  }

  @Test
  void onlyInitializeIsAllowedWithoutToken() {
    String session = unauthenticated().session("2025-11-25");
    assertThat(
            unauthenticated()
                .post(session, JsonRpcMessages.notification("notifications/initialized"))
                .send()
                .status())
        .isEqualTo(202);
    assertThat(unauthenticated().post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(200);
    assertThat(unauthenticated().stateless("server/discover", "{}").send().status()).isEqualTo(200);
    RawResponse refused =
        unauthenticated().post(session, JsonRpcMessages.request(1, "tools/list")).send();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate"))
        .as("without an issuer no metadata")
        .isEqualTo("Bearer realm=\"mcp\", scope=\"mcp:read mcp:write\"");
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_token");
    assertThat(unauthenticated().stateless("tools/list", "{}").send().status()).isEqualTo(401);
    assertThat(SERVER.client().get("/mcp").header("Mcp-Session-Id", session).send().status())
        .isEqualTo(401);
    assertThat(
            SERVER
                .client()
                .request("DELETE", "/mcp")
                .header("Mcp-Session-Id", session)
                .send()
                .status())
        .isEqualTo(401);
    assertThat(SERVER.client().get("/sse").send().status()).isEqualTo(401);
    assertThat(
            unauthenticated()
                .post(session, JsonRpcMessages.request(1, "ping"))
                .header("Authorization", "Bearer nonsense")
                .send()
                .status())
        .isEqualTo(401);
  }

  @Test
  void firstAuthenticatedCallerOwnsTheSession() {
    String session = unauthenticated().session("2025-11-25");
    assertThat(
            user("alice").post(session, JsonRpcMessages.request(1, "tools/list")).send().status())
        .isEqualTo(200);
    assertThat(user("bob").post(session, JsonRpcMessages.request(1, "tools/list")).send().status())
        .isEqualTo(404);
    assertThat(unauthenticated().post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
    assertThat(user("alice").post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(200);
  }

  @Test
  void unauthenticatedCallerCannotUseSessionOfUser() {
    String session = user("alice").session("2025-11-25");
    assertThat(unauthenticated().post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
    assertThat(user("bob").post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(404);
  }
}
