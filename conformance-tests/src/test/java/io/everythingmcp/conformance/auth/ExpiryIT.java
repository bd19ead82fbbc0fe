package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Streams whose access token expires. */
class ExpiryIT {
  /** Clock skew accepted by the server, in seconds. */
  private static final int SKEW = 60;

  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          "AUTH_MODE", "jwt", "JWT_SECRET", SignedTokens.SECRET, "KEEP_ALIVE", "500ms");

  /** Returns a caller whose token expires after a number of seconds. */
  private static TokenUser aliceFor(int seconds) {
    long end = Instant.now().getEpochSecond() - SKEW + seconds;
    var claims = SignedTokens.claims(SERVER.uri().toString(), "alice", "mcp:write").put("exp", end);
    return TokenUser.user(SERVER.client(), SignedTokens.signed(claims));
  }

  @Test
  void expiredTokenEndsGetStreamAndSessionContinuesWithNewToken() {
    TokenUser before = aliceFor(4);
    String session = before.session("2025-11-25");
    SseStream listening =
        before
            .authenticated(SERVER.client().get("/mcp"))
            .header("Mcp-Session-Id", session)
            .send()
            .events();
    SseStream old = before.authenticated(SERVER.client().get("/sse")).send().events();
    assertThat(listening.rest())
        .as("no field other than the retry interval")
        .singleElement()
        .satisfies(
            last -> {
              assertThat(last.data()).isEmpty();
              assertThat(last.id()).isNull();
              assertThat(last.retry()).isPositive();
            });
    assertThat(old.rest()).isNotEmpty();
    assertThat(before.post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(401);
    assertThat(aliceFor(600).post(session, JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(200);
  }

  @Test
  void requestInProgressCompletesAfterExpiry() {
    TokenUser alice = aliceFor(4);
    String session = alice.session("2025-11-25");
    String call =
        "{'name':'longRunningOperation','arguments':{'duration':6,'steps':6},"
            + "'_meta':{'progressToken':'p'}}";
    SseStream answer =
        alice.post(session, JsonRpcMessages.request(1, "tools/call", call)).send().events();
    assertThat(answer.message(m -> m.path("id").asInt() == 1).has("result")).isTrue();
  }
}
