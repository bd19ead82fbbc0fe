package com.acme.hello;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The application that {@code docs/start/first-tool.md} prints is a complete server. */
class HelloApplicationTest {
  private static McpTestServer server;

  @BeforeAll
  static void start() {
    server = McpTestServer.start(new HelloApplication());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.baseUri() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  @Test
  void introducesItselfAndCallsItsToolInBothEras() {
    for (Revisions revisions : Revisions.values()) {
      assertThat(server.client(revisions).server().toString())
          .contains("hello-server", "Greets by name.", "tools")
          .doesNotContain("verything");
      assertThat(server.client(revisions).callTool("hello", Map.of("name", "Ada")).text())
          .isEqualTo("Hello, Ada!");
    }
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
