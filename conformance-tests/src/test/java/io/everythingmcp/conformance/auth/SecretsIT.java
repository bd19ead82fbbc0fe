package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets are not logged at any log level. */
class SecretsIT {
  private static final String KEY = "an-api-key-of-the-tests";

  @Test
  void noCredentialIsLoggedAtAnyLevel() {
    try (ServerProcess server =
        ServerLaunch.with(
                "AUTH_MODE", "jwt",
                "AUTH_ALSO", "api_key",
                "API_KEYS", KEY,
                "JWT_SECRET", SignedTokens.SECRET,
                "LOG_LEVEL", "ALL")
            .start()) {
      String good = SignedTokens.good(server.uri(), "alice", "mcp:write");
      String bad =
          SignedTokens.signed(SignedTokens.claims("https://other.example", "bob", "mcp:write"));
      TokenUser alice = TokenUser.user(server.client(), good);
      String session = alice.session("2025-11-25");
      alice.post(session, JsonRpcMessages.call(1, "whoAmI", "{}")).send().text();
      alice.post(session, JsonRpcMessages.call(2, "removeTool", "{}")).send().text();
      TokenUser.user(server.client(), bad).stateless("tools/list", "{}").send().text();
      TokenUser.user(server.client(), null)
          .stateless("tools/list", "{}")
          .header("X-API-Key", KEY)
          .send()
          .text();
      server
          .client()
          .post("/mcp?access_token=" + good, JsonRpcMessages.initialize("2025-11-25", "{}"))
          .send()
          .text();
      String log = server.wholeLog();
      assertThat(log).contains("TRACE", "DEBUG");
      for (String secret : new String[] {good, bad, KEY, SignedTokens.SECRET}) {
        String part = secret.substring(secret.length() / 2);
        List<String> lines = log.lines().filter(line -> line.contains(part)).toList();
        assertThat(lines).isEmpty();
      }
    }
  }
}
