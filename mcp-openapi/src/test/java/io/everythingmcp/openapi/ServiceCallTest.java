package io.everythingmcp.openapi;

import static io.everythingmcp.openapi.LoopbackService.respond;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.everythingmcp.api.OAuthScopes;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.McpTestClient.Revisions;
import io.everythingmcp.testing.McpTestServer;
import io.everythingmcp.testing.ToolCallResult;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real MCP server whose tools call a real HTTP service, in both eras. */
class ServiceCallTest {
  private static final byte[] PIXEL = {(byte) 0x89, 'P', 'N', 'G'};
  private static LoopbackService service;
  private static McpTestServer server;
  private static OpenApiTools tools;

  @BeforeAll
  static void start() {
    service = LoopbackService.start(ServiceCallTest::serve);
    tools =
        OpenApiTools.from(OperationDocuments.resource("shop.yaml"))
            .baseUrl(service.url().resolve("/v1/"))
            .allMethods()
            .credential("key", context -> "secret-of-the-server")
            .maximumResponseSize(2_000)
            .build();
    McpServerBundle bundle =
        McpServerBundle.builder()
            .serverInfo(ServerInfo.named("shop"))
            .features(tools.catalog())
            .build();
    server = McpTestServer.start(new McpApplication(bundle) {});
  }

  @AfterAll
  static void stop() {
    server.close();
    service.close();
  }

  private static void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    switch (path) {
      case "/v1/products/7" ->
          respond(exchange, 200, "application/json", "{\"id\":7,\"price\":1.10}");
      case "/v1/products/8" -> respond(exchange, 200, "application/json", "{\"id\":\"eight\"}");
      case "/v1/products/9" -> respond(exchange, 200, "text/html", "<p>Sign in</p>");
      case "/v1/products/10" -> respond(exchange, 200, "application/json", "{\"id\":");
      case "/v1/products/11" ->
          respond(exchange, 404, "application/json", "{\"error\":\"" + "x".repeat(5_000) + "\"}");
      case "/v1/products/12" ->
          respond(
              exchange,
              200,
              "application/json",
              "{\"id\":12,\"name\":\"" + "x".repeat(3_000) + "\"}");
      case "/v1/products/13" -> {
        exchange.getResponseHeaders().set("Location", "/v1/products/7");
        respond(exchange, 302, "text/plain", "moved");
      }
      case "/v1/products/14" -> {
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/metadata");
        respond(exchange, 302, "text/plain", "moved");
      }
      case "/v1/products/15" -> {
        exchange.getResponseHeaders().set("Location", path);
        respond(exchange, 307, "text/plain", "moved");
      }
      case "/v1/products/16" -> {
        exchange.getResponseHeaders().set("Retry-After", "30");
        respond(exchange, 503, "text/plain", "");
      }
      case "/v1/products/17" -> respond(exchange, 200, "application/json", sized(2_000));
      case "/v1/products/18" -> respond(exchange, 200, "application/json", sized(2_001));
      case "/v1/products" -> respond(exchange, 200, "application/json", "[{\"id\":1},{\"id\":2}]");
      case "/v1/orders" -> respond(exchange, 201, "application/json", "{\"number\":\"A1\"}");
      case "/v1/orders/A1" -> respond(exchange, 204, "text/plain", "");
      case "/v1/pictures/7" -> respond(exchange, 200, "image/png", PIXEL);
      case "/v1/sounds/7" -> respond(exchange, 200, "audio/wav", PIXEL);
      case "/v1/archives/7" -> respond(exchange, 200, "application/zip", PIXEL);
      case "/v1/manuals/7" ->
          respond(exchange, 200, "text/plain; charset=iso-8859-1", new byte[] {(byte) 0xFC});
      default -> respond(exchange, 500, "text/plain", "unexpected " + path);
    }
  }

  private static String sized(int bytes) {
    String start = "{\"id\":17,\"name\":\"";
    return start + "x".repeat(bytes - start.length() - 2) + "\"}";
  }

  private static ToolCallResult product(Revisions revisions, int id) {
    return server.client(revisions).callTool("getProduct", Map.of("id", id));
  }

  @ParameterizedTest
  @EnumSource
  void jsonIsStructuredContentAndText(Revisions revisions) {
    ToolCallResult result = product(revisions, 7);
    assertThat(result.isError()).isFalse();
    assertThat(result.structuredContent())
        .isEqualTo(OperationDocuments.tree("{\"id\":7,\"price\":1.10}"));
    assertThat(result.text()).isEqualTo("{\"id\":7,\"price\":1.10}");
    assertThat(service.last().target()).isEqualTo("/v1/products/7");
    assertThat(service.last().header("Accept")).startsWith("application/json");
  }

  @ParameterizedTest
  @EnumSource
  void arrayIsStructuredContent(Revisions revisions) {
    ToolCallResult result =
        server.client(revisions).callTool("listProducts", Map.of("tag", new String[] {"a", "b"}));
    JsonNode items = result.structuredContent();
    assertThat(items.isArray() ? items : items.path("result"))
        .isEqualTo(OperationDocuments.tree("[{\"id\":1},{\"id\":2}]"));
    assertThat(service.last().target()).isEqualTo("/v1/products?tag=a&tag=b");
  }

  @ParameterizedTest
  @EnumSource
  void bodyIsSent(Revisions revisions) {
    ToolCallResult result =
        server
            .client(revisions)
            .callTool("createOrder", Map.of("body", Map.of("product", 7, "count", 2)));
    assertThat(result.structuredContent().path("number").asText()).isEqualTo("A1");
    assertThat(OperationDocuments.tree(service.last().body()))
        .isEqualTo(OperationDocuments.tree("{\"product\":7,\"count\":2}"));
  }

  @ParameterizedTest
  @EnumSource
  void argumentIsValidatedBeforeTheServiceIsCalled(Revisions revisions) {
    int before = service.requests().size();
    ToolCallResult result =
        server.client(revisions).callTool("createOrder", Map.of("body", Map.of("count", 0)));
    assertThat(result.isError()).isTrue();
    assertThat(result.text()).contains("/body");
    assertThat(service.requests()).hasSize(before);
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheServersOwnCredentialIsSent(Revisions revisions) {
    McpTestClient client =
        McpTestClient.connect(
            server.endpoint(),
            revisions,
            java.util.Optional.of("token-of-the-caller"),
            question -> java.util.Optional.empty());
    client.callTool("createOrder", Map.of("body", Map.of("product", 7, "count", 1)));
    LoopbackService.Received received = service.last();
    assertThat(received.headers().keySet())
        .containsExactlyInAnyOrder(
            "Accept", "Content-type", "Content-length", "Host", "User-agent", "X-api-key");
    assertThat(received.header("X-api-key")).isEqualTo("secret-of-the-server");
    assertThat(received.toString()).doesNotContain("token-of-the-caller");
  }

  @Test
  void credentialIsNotSentToAnOperationThatNeedsNone() {
    product(Revisions.STATELESS, 7);
    assertThat(service.last().headers()).doesNotContainKey("X-api-key");
  }

  @ParameterizedTest
  @EnumSource
  void noContentIsText(Revisions revisions) {
    ToolCallResult result =
        server.client(revisions).callTool("deleteOrder", Map.of("number", "A1"));
    assertThat(result.isError()).isFalse();
    assertThat(result.text()).isEqualTo("Status 204, no content");
    assertThat(service.last().method()).isEqualTo("DELETE");
  }

  @ParameterizedTest
  @EnumSource
  void otherMediaTypesAreContent(Revisions revisions) {
    McpTestClient client = server.client(revisions);
    String base64 = Base64.getEncoder().encodeToString(PIXEL);
    JsonNode picture = client.callTool("getPicture", Map.of("id", 7)).json().at("/content/0");
    assertThat(picture.path("type").asText()).isEqualTo("image");
    assertThat(picture.path("mimeType").asText()).isEqualTo("image/png");
    assertThat(picture.path("data").asText()).isEqualTo(base64);
    JsonNode sound = client.callTool("getSound", Map.of("id", 7)).json().at("/content/0");
    assertThat(sound.path("type").asText()).isEqualTo("audio");
    JsonNode archive = client.callTool("getArchive", Map.of("id", 7)).json().at("/content/0");
    assertThat(archive.at("/resource/blob").asText()).isEqualTo(base64);
    assertThat(client.callTool("getManual", Map.of("id", 7)).text()).isEqualTo("ü");
  }

  @ParameterizedTest
  @EnumSource
  void failureOfTheServiceIsAToolError(Revisions revisions) {
    assertError(product(revisions, 8), "does not match its documented schema (/id: ");
    assertError(
        product(revisions, 9), "returned text/html instead of the documented JSON: <p>Sign in</p>");
    assertError(product(revisions, 10), "returned invalid JSON: {\"id\":");
    assertError(product(revisions, 11), "The service returned status 404: {\"error\":\"xxx");
    assertThat(product(revisions, 11).text()).hasSizeLessThan(1_100).endsWith("…");
    assertError(product(revisions, 12), "has more than 2000 bytes");
    assertError(product(revisions, 16), "The service returned status 503 (Retry-After: 30)");
  }

  private static void assertError(ToolCallResult result, String text) {
    assertThat(result.isError()).isTrue();
    assertThat(result.text()).contains(text);
  }

  @Test
  void responseOfTheLargestSizeIsRead() {
    assertThat(product(Revisions.STATELESS, 17).text()).hasSize(2_000);
    assertError(product(Revisions.STATELESS, 18), "has more than 2000 bytes");
  }

  @Test
  void redirectIsFollowedWithinTheOriginOnly() {
    assertThat(product(Revisions.STATELESS, 13).structuredContent().path("id").asInt())
        .isEqualTo(7);
    assertError(product(Revisions.STATELESS, 14), "redirected to another origin");
    assertError(product(Revisions.STATELESS, 15), "redirected more than 3 times");
  }

  @Test
  void toolsHaveHintsAndScopesOfTheirMethods() {
    assertThat(tools.refusals()).isEmpty();
    assertThat(tools.tools()).as("each runs on a worker thread").allMatch(Tool::isBlocking);
    assertThat(tools.catalog().tool("getProduct").orElseThrow().requiredScope())
        .isEqualTo(OAuthScopes.READ);
    assertThat(tools.catalog().tool("createOrder").orElseThrow().requiredScope())
        .isEqualTo(OAuthScopes.WRITE);
    JsonNode listed =
        server
            .client(Revisions.STATELESS)
            .request("tools/list", OperationDocuments.JSON.createObjectNode());
    assertThat(hints(listed, "getProduct"))
        .isEqualTo(
            "{\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":true,\"openWorldHint\":true}");
    assertThat(hints(listed, "createOrder"))
        .isEqualTo("{\"readOnlyHint\":false,\"idempotentHint\":false,\"openWorldHint\":true}");
    assertThat(hints(listed, "deleteOrder"))
        .isEqualTo(
            "{\"readOnlyHint\":false,\"destructiveHint\":true,\"idempotentHint\":true,\"openWorldHint\":true}");
  }

  private static String hints(JsonNode listed, String name) {
    for (JsonNode tool : listed.path("tools")) {
      if (tool.path("name").asText().equals(name)) {
        return tool.path("annotations").toString();
      }
    }
    throw new AssertionError(name + " is not listed: " + listed);
  }
}
