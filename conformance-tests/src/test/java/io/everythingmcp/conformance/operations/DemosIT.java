package io.everythingmcp.conformance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demos of {@code docs/demos} work as described. */
class DemosIT {
  private static final String LATEST = "2025-11-25";
  private static final String ALL_TOOLS = "toggleSimulatedLogging";

  private static ServerProcess demo(String name) {
    return ServerLaunch.with("MANAGEMENT_TOKEN", ManagementClient.TOKEN)
        .config("docs/demos/" + name + ".yml")
        .start();
  }

  private static RawRequest post(ServerProcess server, String path, String token, Object message) {
    RawRequest request = server.client().post(path, message);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static RawResponse initialize(ServerProcess server, String path, String token) {
    return post(server, path, token, JsonRpcMessages.initialize(LATEST, "{}")).send();
  }

  /** Returns the tools that are listed for a caller. */
  private static List<String> tools(ServerProcess server, String path, String token) {
    RawResponse hello = initialize(server, path, token);
    assertThat(hello.status()).as(hello.toString()).isEqualTo(200);
    return ManagedTenant.allTools(
        page ->
            post(server, path, token, JsonRpcMessages.request(2, "tools/list", page))
                .header("Mcp-Session-Id", hello.header("Mcp-Session-Id"))
                .header("MCP-Protocol-Version", LATEST)
                .send()
                .reply());
  }

  @Test
  void simple() {
    try (ServerProcess server = demo("simple")) {
      assertThat(tools(server, "/mcp", "")).contains("echo", ALL_TOOLS);
    }
  }

  @Test
  void perBearer() {
    try (ServerProcess server = demo("per-bearer")) {
      assertThat(tools(server, "/mcp", "basic-token-0123456789")).containsExactly("echo", "add");
      assertThat(tools(server, "/mcp", "premium-token-0123456789"))
          .contains("getTinyImage")
          .doesNotContain(ALL_TOOLS);
      assertThat(tools(server, "/mcp", "admin-token-0123456789")).contains(ALL_TOOLS);
      assertThat(initialize(server, "/mcp", "").status()).isEqualTo(401);
      RawResponse another = initialize(server, "/mcp", "a-token-that-is-unknown");
      assertThat(another.status()).isEqualTo(401);
      assertThat(another.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }
  }

  @Test
  void regional() {
    try (ServerProcess server = demo("regional")) {
      assertThat(tools(server, "/t/us-east/mcp", "us-east-token-0123456789"))
          .containsExactlyInAnyOrder("echo", "getTinyImage");
      assertThat(tools(server, "/t/asia/mcp", "asia-token-0123456789a"))
          .containsExactlyInAnyOrder("echo", "getResourceLinks");
      assertThat(initialize(server, "/t/asia/mcp", "us-east-token-0123456789").status())
          .isEqualTo(404);
      assertThat(initialize(server, "/t/asia/mcp", "").status()).isEqualTo(401);
    }
  }

  @Test
  void rolesHaveTheirScopes() {
    try (ServerProcess server = demo("rbac")) {
      List<String> viewer = tools(server, "/mcp", "viewer-token-0123456789");
      List<String> editor = tools(server, "/mcp", "editor-token-0123456789");
      List<String> admin = tools(server, "/mcp", "admin-token-0123456789");
      assertThat(editor).containsAll(viewer).contains("createSessionResource");
      assertThat(viewer).doesNotContain("createSessionResource");
      assertThat(admin).containsAll(editor).contains("addTool");
      assertThat(editor).doesNotContain("addTool");
    }
  }

  @Test
  void plansCanBeChangedAndHaveTheirQuota() {
    try (ServerProcess server = demo("saas")) {
      String bakery = "bakery-token-0123456789";
      assertThat(tools(server, "/mcp", bakery)).containsExactly("echo", "add");
      ManagementClient operator = new ManagementClient(server.client());
      String premium =
          "{\"name\":\"Bakery, premium"
              + " plan\",\"features\":{\"tools\":[\"echo\",\"add\",\"getStructuredContent\"]},"
              + "\"quota\":{\"sessions\":2}}";
      assertThat(operator.send("PUT", "/tenants/basic-bakery", premium).status()).isEqualTo(200);
      assertThat(tools(server, "/mcp", bakery)).contains("getStructuredContent");
      assertThat(initialize(server, "/mcp", bakery).status()).as("a third session").isEqualTo(503);
      assertThat(operator.send("DELETE", "/tenants/basic-bakery", "").status()).isEqualTo(204);
      assertThat(initialize(server, "/mcp", bakery).status()).isEqualTo(401);
    }
  }

  @Test
  void severalServersHaveTheirPaths() {
    try (ServerProcess server = demo("mounts")) {
      assertThat(tools(server, "/mcp/public", "")).containsExactly("echo");
      assertThat(initialize(server, "/mcp/readonly", "").status()).isEqualTo(401);
      assertThat(initialize(server, "/mcp", "").status()).isEqualTo(401);
      RawResponse reader =
          server
              .client()
              .post("/mcp/readonly", JsonRpcMessages.initialize(LATEST, "{}"))
              .header("X-API-Key", "the-key-of-the-demos-0123456789")
              .send();
      assertThat(reader.json().at("/result/serverInfo/name").asText()).isEqualTo("Readers' server");
    }
  }

  @Test
  void tokensAreAddedAndRemoved() throws IOException, InterruptedException {
    try (ServerProcess server = demo("runtime-tokens")) {
      ProcessBuilder script =
          new ProcessBuilder(Path.of("..", "scratch", "demo-runtime-tokens.sh").toString(), "2")
              .redirectErrorStream(true);
      script.environment().put("SERVER", server.uri().toString());
      script.environment().put("MANAGEMENT_TOKEN", ManagementClient.TOKEN);
      script.environment().put("EVERY", "0.1");
      script.environment().put("STAY", "0.5");
      Process running = script.start();
      String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(running.waitFor()).as(said).isZero();
      assertThat(said.lines().filter(line -> line.endsWith("added, used: 200"))).hasSize(2);
      assertThat(said.lines().filter(line -> line.endsWith("taken away, used: 401"))).hasSize(2);
    }
  }
}
