package com.acme.hello;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server in the process of the test, called in all revisions. */
class HelloServerTest {
  private static McpTestServer server;

  @BeforeAll
  static void start() {
    server = McpTestServer.start(new HelloApplication());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void toolGreetsByName(Revisions revisions) {
    McpTestClient client = server.client(revisions);
    assertThat(client.callTool("hello", Map.of("name", "Ada")).text()).isEqualTo("Hello, Ada!");
  }

  @ParameterizedTest
  @EnumSource
  void toolRequiresAName(Revisions revisions) {
    assertThat(server.client(revisions).callTool("hello", Map.of()).isError()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void resourceListsLanguages(Revisions revisions) {
    JsonNode result = server.client(revisions).readResource(HelloFeatures.LANGUAGES);
    assertThat(result.at("/contents/0/text").asText()).isEqualTo("English");
  }

  @ParameterizedTest
  @EnumSource
  void promptIntroducesAUser(Revisions revisions) {
    JsonNode result = server.client(revisions).getPrompt("introduce", Map.of("name", "Ada"));
    assertThat(result.at("/messages/0/content/text").asText()).isEqualTo("My name is Ada.");
  }
}
