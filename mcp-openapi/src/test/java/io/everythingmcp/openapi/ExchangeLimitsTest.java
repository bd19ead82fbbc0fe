package io.everythingmcp.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ServerInfo;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.McpApplication;
import io.everythingmcp.server.McpServerBundle;
import io.everythingmcp.testing.McpTestServer;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that does not respond: time limit, and cancellation by the client. */
class ExchangeLimitsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Accepts one connection, reads it to its end and sends nothing. */
  private static final class SilentService implements AutoCloseable {
    private final ServerSocket socket;
    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    SilentService() throws IOException {
      socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      Thread reader = new Thread(this::read, "silent-service");
      reader.setDaemon(true);
      reader.start();
    }

    private void read() {
      try (Socket connection = socket.accept();
          InputStream input = connection.getInputStream()) {
        while (input.read() >= 0) {
          requested.complete(null);
        }
      } catch (IOException e) {
        // The connection was reset, which is an end too.
      }
      closed.complete(null);
    }

    URI url() {
      return URI.create("http://localhost:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  private static OpenApiToolsBuilder tools(URI service) {
    return OpenApiTools.from(OperationDocuments.get("3.1.0", "/x", "")).baseUrl(service);
  }

  @Test
  void callThatIsTooLongIsAToolErrorAndItsConnectionIsClosed() throws Exception {
    try (SilentService service = new SilentService()) {
      Tool tool = tools(service.url()).timeout(Duration.ofMillis(300)).build().tools().get(0);
      McpSchema.CallToolResult result = OperationDocuments.call(tool, Map.of());
      assertThat(result.isError()).isTrue();
      assertThat(OperationDocuments.text(result))
          .isEqualTo("The service sent no complete response within 300 ms");
      service.closed.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void serviceThatIsNotThereIsAToolErrorWithoutItsAddress() throws Exception {
    URI url;
    try (SilentService service = new SilentService()) {
      url = service.url();
    }
    McpSchema.CallToolResult result =
        OperationDocuments.call(tools(url).build().tools().get(0), Map.of());
    assertThat(result.isError()).isTrue();
    assertThat(OperationDocuments.text(result))
        .isEqualTo("The service cannot be reached (ConnectException)");
  }

  @Test
  void cancelledCallClosesTheConnectionToTheService() throws Exception {
    try (SilentService service = new SilentService()) {
      McpServerBundle bundle =
          McpServerBundle.builder()
              .serverInfo(ServerInfo.named("silent"))
              .features(tools(service.url()).timeout(Duration.ofMinutes(5)).build().catalog())
              .build();
      try (McpTestServer server = McpTestServer.start(new McpApplication(bundle) {})) {
        ObjectNode client = OperationDocuments.JSON.createObjectNode();
        client.put("protocolVersion", "2025-11-25").putObject("capabilities");
        client.putObject("clientInfo").put("name", "test").put("version", "1");
        HttpResponse<String> initialized =
            post(server.endpoint(), "", message("initialize", "1", client)).join();
        String session = initialized.headers().firstValue("Mcp-Session-Id").orElseThrow();
        post(
                server.endpoint(),
                session,
                message(
                    "notifications/initialized", "", OperationDocuments.JSON.createObjectNode()))
            .join();
        ObjectNode call = OperationDocuments.JSON.createObjectNode().put("name", "read");
        call.putObject("arguments");
        CompletableFuture<HttpResponse<String>> pending =
            post(server.endpoint(), session, message("tools/call", "7", call));
        service.requested.get(30, TimeUnit.SECONDS);
        assertThat(pending).isNotDone();
        assertThat(service.closed).isNotDone();
        ObjectNode cancelled = OperationDocuments.JSON.createObjectNode().put("requestId", 7);
        post(server.endpoint(), session, message("notifications/cancelled", "", cancelled)).join();
        service.closed.get(30, TimeUnit.SECONDS);
      }
    }
  }

  private static ObjectNode message(String method, String id, ObjectNode params) {
    ObjectNode message =
        OperationDocuments.JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
    if (!id.isEmpty()) {
      message.put("id", Integer.parseInt(id));
    }
    message.set("params", params);
    return message;
  }

  private static CompletableFuture<HttpResponse<String>> post(
      URI endpoint, String session, ObjectNode message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("MCP-Protocol-Version", "2025-11-25")
            .POST(HttpRequest.BodyPublishers.ofString(message.toString()));
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
