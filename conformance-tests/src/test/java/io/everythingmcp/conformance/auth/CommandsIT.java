package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Authentication commands of the jar. */
class CommandsIT {
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with("AUTH_MODE", "jwt", "JWT_SECRET", SignedTokens.SECRET);

  private static String output(Map<String, String> environment, String command, String... more)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(ServerLaunch.with().command(command));
    line.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }

  @Test
  void mintJwtPrintsOnlyValidToken() throws IOException, InterruptedException {
    Map<String, String> environment =
        Map.of("JWT_SECRET", SignedTokens.SECRET, "BASE_URI", SERVER.uri().toString());
    String token =
        output(environment, "mint-jwt", "--subject", "carol", "--scope", "mcp:read", "--ttl", "5m");
    TokenUser carol = TokenUser.user(SERVER.client(), token.strip());
    assertThat(carol.stateless("tools/list", "{}").send().status()).isEqualTo(200);
    assertThat(carol.stateless("tools/call", "{'name':'whoAmI','arguments':{}}").send().status())
        .isEqualTo(403);
    assertThat(SERVER.client().post("/mcp", JsonRpcMessages.request(1, "ping")).send().status())
        .isEqualTo(401);
  }

  @Test
  void checkReportsWarningsWithoutSecrets() throws IOException, InterruptedException {
    String open = output(Map.of("HOST", "0.0.0.0", "BASE_URI", "http://mcp.example"), "check");
    assertThat(open).contains("Configuration is valid", "AUTH_MODE", "use https");
    String closed = output(Map.of("AUTH_MODE", "api_key", "API_KEYS", "short"), "check");
    assertThat(closed).contains("api_key", "may be guessed").doesNotContain("  ! Every", "short\n");
    String safe =
        output(
            Map.of(
                "AUTH_MODE", "jwt",
                "JWT_SECRET", SignedTokens.SECRET,
                "JWT_ISSUER", "https://issuer.example",
                "BASE_URI", "https://mcp.example"),
            "check");
    assertThat(safe).contains("No security warnings").doesNotContain(SignedTokens.SECRET);
  }

  @Test
  void invalidConfigurationIsExplained() throws IOException, InterruptedException {
    assertThat(output(Map.of("AUTH_MODE", "jwt", "JWT_SECRET", "hush"), "check"))
        .contains("auth.jwt.secret (JWT_SECRET) has 4 bytes; it must have at least 32")
        .doesNotContain("hush");
  }
}
