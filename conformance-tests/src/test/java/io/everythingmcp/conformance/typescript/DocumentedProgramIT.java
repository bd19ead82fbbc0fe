package io.everythingmcp.conformance.typescript;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.ServerLaunch;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The program in docs/operate/tenants.md is compiled, started, used by official clients, and
 * stopped.
 */
class DocumentedProgramIT {
  private static final Pattern PROGRAM =
      Pattern.compile("```java\n(import .*?class (\\w+) .*?)```", Pattern.DOTALL);
  private static final Pattern SERVING = Pattern.compile("\\[reader, writer\\] at (http://\\S+)");

  @TempDir static Path folder;

  private static Process program;
  private static BufferedReader output;
  private static String url;

  @BeforeAll
  static void start() throws IOException {
    List<String> server = ServerLaunch.with().command("check");
    String jar = Path.of(server.get(server.indexOf("-jar") + 1)).toAbsolutePath().toString();
    Matcher printed = PROGRAM.matcher(Files.readString(Path.of("../docs/operate/tenants.md")));
    assertThat(printed.find()).as("docs/operate/tenants.md contains a program").isTrue();
    Path source = folder.resolve(printed.group(2) + ".java");
    Files.writeString(source, printed.group(1));
    String libraries = jar + File.pathSeparator + System.getProperty("java.class.path");
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                libraries,
                source.toString());
    assertThat(failed).as("errors of the compiler").isZero();
    String launcher = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    program =
        new ProcessBuilder(launcher, "-cp", folder + File.pathSeparator + jar, printed.group(2))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    output = program.inputReader(UTF_8);
    Matcher serving = SERVING.matcher(output.readLine());
    assertThat(serving.matches()).isTrue();
    url = serving.group(1);
  }

  @AfterAll
  static void stop() throws Exception {
    try {
      program.toHandle().destroy();
      assertThat(output.lines().toList()).contains("reader called greet").endsWith("stopped");
      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2-legacy", "2-modern"})
  void typeScriptSdkUsesTheProgram(String generation) {
    List<NodeScripts.Line> lines =
        NodeScripts.run(
            List.of("bearer.mjs", generation, url, "token-of-a-reader-0123", "Reader", "Hello"));
    assertThat(lines).hasSizeGreaterThanOrEqualTo(2).allMatch(NodeScripts.Line::ok);
  }

  @Test
  void javaSdkUsesTheProgram() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder().header("Authorization", "Bearer token-of-a-writer-0123");
    String base = url.substring(0, url.length() - "/mcp".length());
    try (McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(base).requestBuilder(request).build())
            .build()) {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("Writer");
      McpSchema.CallToolResult result =
          client.callTool(
              McpSchema.CallToolRequest.builder("greet").arguments(Map.of("name", "Ada")).build());
      assertThat(((McpSchema.TextContent) result.content().get(0)).text())
          .isEqualTo("Welcome, Ada");
    }
  }
}
