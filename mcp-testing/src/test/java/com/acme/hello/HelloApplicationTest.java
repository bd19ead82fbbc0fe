package com.acme.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Application;
import io.dropwizard.logging.common.ExternalLoggingFactory;
import io.dropwizard.testing.DropwizardTestSupport;
import io.everythingmcp.server.assembly.PerTokenSettings;
import io.everythingmcp.server.configuration.AuthConfiguration.Mode;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The application that {@code docs/start/first-tool.md} prints is a complete server. */
class HelloApplicationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static DropwizardTestSupport<McpConfiguration> support;
  private static URI uri;

  @BeforeAll
  static void start() throws Exception {
    PerTokenSettings settings = new PerTokenSettings();
    McpConfiguration configuration = settings.configuration(settings.choosePort());
    configuration.setLoggingFactory(new ExternalLoggingFactory());
    configuration.getTenants().setDefaultServer(true);
    configuration.getAuth().setMode(Mode.NONE);
    support =
        new DropwizardTestSupport<>(HelloApplication.class, configuration) {
          @Override
          public Application<McpConfiguration> newApplication() {
            return new HelloApplication();
          }
        };
    support.before();
    uri = URI.create(configuration.getBaseUri());
  }

  @AfterAll
  static void stop() {
    support.after();
  }

  private static String post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri.resolve("/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(uri.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @Test
  void introducesItselfAndListsItsToolInBothEras() throws Exception {
    String begun =
        post(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",
             "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            """);
    assertThat(begun)
        .contains("hello-server", "Greets by name.", "tools")
        .doesNotContain("verything");
    String called =
        post(
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"hello",
             "arguments":{"name":"Ada"},"_meta":{
             "io.modelcontextprotocol/protocolVersion":"2026-07-28",
             "io.modelcontextprotocol/clientInfo":{"name":"test","version":"1"},
             "io.modelcontextprotocol/clientCapabilities":{}}}}
            """,
            "MCP-Protocol-Version",
            "2026-07-28",
            "Mcp-Method",
            "tools/call",
            "Mcp-Name",
            "hello");
    assertThat(called).contains("Hello, Ada!");
  }

  @Test
  void hasHealthAndItsHomePage() throws Exception {
    assertThat(get("/health")).contains("healthy");
    assertThat(get("/")).contains("hello", "Hello").doesNotContain("docs://everything");
  }

  @Test
  void documentationPrintsTheSource() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "start", "first-tool.md"));
    Path sources = Path.of("src", "test", "java", "com", "acme", "hello");
    assertThat(page)
        .contains(Files.readString(sources.resolve("HelloApplication.java")))
        .contains(Files.readString(sources.resolve("HelloFeatures.java")))
        .contains(Files.readString(sources.resolve("HelloConformanceTest.java")));
  }
}
