package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.core.server.DefaultServerFactory;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.assembly.EmbeddedServerSettings;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.server.command.ConfigurationReport;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Host names of a server with bearer tokens, and the validity of its initialize result. */
class PerTokenReachTest {
  private static final String TOKEN = "token-of-a-reader-0123";
  private static final String MODERN =
      """
      {"jsonrpc":"2.0","id":1,"method":"%s","params":{"_meta":{
        "io.modelcontextprotocol/protocolVersion":"2026-07-28",
        "io.modelcontextprotocol/clientCapabilities":{}}}}\
      """;

  private final PerTokenServer server = PerTokenServer.create().port(0);

  @AfterEach
  void stop() {
    server.stop();
  }

  /** Returns a definition as in the documentation, with a name and a version only. */
  private static ServerDefinition bare() {
    return ServerDefinition.of("Reader", "1.0.0").tools(EverythingTools.all().get(0));
  }

  private int port() {
    return server.getServerInfo().orElseThrow().port();
  }

  /** Returns the status of a request with a Host header. */
  private int status(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
      String request =
          "POST /mcp HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(host, body.length(), body);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void wildcardAddressIsReachableOnLoopback() throws IOException {
    PerTokenServer.StartedServer info =
        server.host("0.0.0.0").addToken(TOKEN, PerTokenReachTest::bare).start();
    assertThat(info.url()).isEqualTo("http://localhost:" + info.port() + "/mcp");
    assertThat(new PerTokenEndpoint(info.url()).serverFor(TOKEN)).isEqualTo("Reader 1.0.0");
    for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
      assertThat(status(host + ":" + info.port())).as(host).isEqualTo(401);
    }
    assertThat(status("evil.example:" + info.port())).isEqualTo(403);
  }

  @Test
  void hostNameIsAcceptedBehindAProxy() throws IOException {
    PerTokenServer.StartedServer info =
        server.host("0.0.0.0").baseUri("https://tools.example").start();
    assertThat(info.url()).isEqualTo("https://tools.example/mcp");
    assertThat(status("tools.example")).isEqualTo(401);
    assertThat(status("localhost:" + info.port())).isEqualTo(403);
  }

  @Test
  void onlyAllowedHostsAreAccepted() throws IOException {
    server.allowedHosts("one.example", "two.example:8080").start();
    assertThat(status("one.example")).isEqualTo(401);
    assertThat(status("two.example:8080")).isEqualTo(401);
    assertThat(status("three.example")).isEqualTo(403);
  }

  @Test
  void eachEdgeSettingIsApplied() {
    EmbeddedServerSettings settings = new EmbeddedServerSettings();
    settings.allowedHosts("a.example");
    settings.corsOrigins("https://b.example", "https://c.example");
    settings.maxRequestSize(1_000);
    settings.baseUri("https://d.example/x");
    settings.configure(configuration -> configuration.getMcp().setFixtures(true));
    McpConfiguration configuration = settings.configuration(8080);
    assertThat(configuration.getBaseUri()).isEqualTo("https://d.example/x");
    assertThat(configuration.getEdge().getAllowedHosts()).isEqualTo("a.example");
    assertThat(configuration.getEdge().getCorsOrigins())
        .isEqualTo("https://b.example,https://c.example");
    assertThat(configuration.getEdge().getMaxRequestSize().toBytes()).isEqualTo(1_000);
    assertThat(configuration.getMcp().isFixtures()).isTrue();
    for (String wrong : Set.of("ftp://x.example", "https://x.example/", "x.example")) {
      assertThatThrownBy(() -> settings.baseUri(wrong)).hasMessageContaining("baseUri is " + wrong);
    }
    assertThatThrownBy(() -> settings.maxRequestSize(0)).hasMessageContaining("maxRequestSize");
  }

  @Test
  void requestLogHasALinePerRequest() {
    EmbeddedServerSettings settings = new EmbeddedServerSettings();
    assertThat(requestLines(settings)).isFalse();
    settings.logging(true);
    assertThat(requestLines(settings)).isTrue();
  }

  private static boolean requestLines(EmbeddedServerSettings settings) {
    return ((DefaultServerFactory) settings.configuration(8080).getServerFactory())
        .getRequestLogFactory()
        .isEnabled();
  }

  @Test
  void requiredTokenNeedsNoWarning() {
    EmbeddedServerSettings settings = new EmbeddedServerSettings();
    settings.host("0.0.0.0");
    McpConfiguration configuration = settings.configuration(8080);
    assertThat(unsafe(configuration)).noneMatch(line -> line.contains("AUTH_MODE"));
    configuration.getTenants().setDeclared(List.of(WireJson.object().put("id", "open")));
    assertThat(unsafe(configuration)).anyMatch(line -> line.contains("without authentication"));
    configuration.getTenants().setDeclared(List.of());
    configuration.getTenants().setDefaultServer(true);
    assertThat(unsafe(configuration)).anyMatch(line -> line.contains("without authentication"));
  }

  private static List<String> unsafe(McpConfiguration configuration) {
    return new ConfigurationReport(configuration).unsafe();
  }

  /** It has the parts of every other server. */
  @Test
  void healthAndManagementAreServed() throws Exception {
    String management = "a management token of 32 characters";
    PerTokenServer.StartedServer info =
        server
            .configure(configuration -> configuration.getManagement().setToken(management))
            .addToken("reader", TOKEN, PerTokenReachTest::bare)
            .start();
    String address = "http://127.0.0.1:" + info.port();
    assertThat(get(address + "/health", "none")).contains("\"status\":\"healthy\"");
    assertThat(get(address + "/management/tenants", management))
        .contains("\"id\":\"reader\"", address + "/t/reader/mcp");
  }

  private static String get(String url, String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void absentMembersAreOmitted() throws Exception {
    server.addToken(TOKEN, PerTokenReachTest::bare).start();
    String initialize =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"%s\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    for (String revision : List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25")) {
      JsonNode result = request(initialize.formatted(revision), null).path("result");
      assertThat(result.path("serverInfo").path("name").asText()).isEqualTo("Reader");
      assertThat(result.has("instructions")).as(revision).isFalse();
      assertThat(nulls(result)).as(result.toString()).isEmpty();
    }
    for (String method :
        List.of("server/discover", "tools/list", "prompts/list", "resources/list")) {
      JsonNode answer = request(MODERN.formatted(method), method);
      assertThat(nulls(answer)).as(answer.toString()).isEmpty();
    }
  }

  private JsonNode request(String body, String method) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.getServerInfo().orElseThrow().url()))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (method != null) {
      request.header("MCP-Protocol-Version", "2026-07-28").header("Mcp-Method", method);
    }
    return WireJson.MAPPER.readTree(
        HttpClient.newHttpClient()
            .send(request.build(), HttpResponse.BodyHandlers.ofString())
            .body());
  }

  /** Returns the members whose value is null; the schemas permit none, except for ids of errors. */
  private static List<String> nulls(JsonNode node) {
    Stream<String> below =
        node.isObject()
            ? node.properties().stream()
                .flatMap(
                    field ->
                        field.getValue().isNull()
                            ? Stream.of(field.getKey())
                            : nulls(field.getValue()).stream())
            : Stream.of();
    Stream<String> elements =
        node.isArray() ? node.valueStream().flatMap(e -> nulls(e).stream()) : Stream.of();
    return Stream.concat(below, elements).toList();
  }
}
