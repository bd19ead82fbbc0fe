package io.everythingmcp.openapi;

import static io.everythingmcp.openapi.LoopbackService.respond;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.everythingmcp.api.Tool;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are read from a URL. */
class DocumentSourceTest {
  private static String document(String server) {
    return OperationDocuments.get("3.1.0", "/x", "")
        .replace("\"paths\"", "\"servers\": [" + server + "], \"paths\"");
  }

  @Test
  void serverIsRelativeToTheUrlOfTheDocument() {
    String document = document("{\"url\": \"../v2\"}");
    try (LoopbackService service =
        LoopbackService.start(exchange -> respond(exchange, 200, "application/json", document))) {
      URI url = service.url().resolve("/docs/api/openapi.json");
      Tool tool = OpenApiTools.from(url).build().tools().get(0);
      OperationDocuments.call(tool, Map.of());
      assertThat(service.requests())
          .extracting(LoopbackService.Received::target)
          .containsExactly("/docs/api/openapi.json", "/docs/v2/x");
    }
  }

  @Test
  void variablesOfTheServerHaveTheirDefaults() {
    try (LoopbackService service = LoopbackService.json("{}")) {
      String server =
          "{\"url\": \"http://{host}:%d/{base}/\", \"variables\": {\"host\": {\"default\":"
                  .formatted(service.url().getPort())
              + " \"localhost\"}, \"base\": {\"default\": \"v7\"}}}";
      Tool tool = OpenApiTools.from(document(server)).build().tools().get(0);
      OperationDocuments.call(tool, Map.of());
      assertThat(service.last().target()).isEqualTo("/v7/x");
    }
  }

  @Test
  void documentThatCannotBeReadIsNamed() {
    try (LoopbackService service =
        LoopbackService.start(exchange -> respond(exchange, 404, "text/plain", "none"))) {
      OpenApiToolsBuilder builder = OpenApiTools.from(service.url().resolve("/openapi.json"));
      assertThatThrownBy(builder::build)
          .isInstanceOf(InvalidOpenApiException.class)
          .hasMessage(
              service.url() + "/openapi.json: cannot be read: the status is 404, expected 200");
    }
    assertThatThrownBy(() -> OpenApiTools.from(URI.create("jar:file:/a.jar!/openapi.json")))
        .hasMessageContaining("expected the scheme http, https or file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://alice:s3cr3t@localhost:%d/openapi.json",
        "http://localhost:%d/openapi.json?token=s3cr3t",
        "http://s3cr3t@localhost:%d/openapi.json?a=s3cr3t#s3cr3t"
      })
  void credentialsInTheUrlOfTheDocumentAreNotShown(String url) {
    try (LoopbackService service =
        LoopbackService.start(exchange -> respond(exchange, 404, "text/plain", "none"))) {
      URI address = URI.create(url.formatted(service.url().getPort()));
      OpenApiToolsBuilder builder = OpenApiTools.from(address);
      assertThatThrownBy(builder::build)
          .hasMessageContaining("/openapi.json")
          .hasMessageContaining("cannot be read: the status is 404")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://alice:s3cr3t@localhost/openapi.json", "https://s3cr3t@my_host/a?b=s3cr3t"})
  void credentialsInAnUnsupportedUrlAreNotShown(String url) {
    assertThatThrownBy(() -> OpenApiTools.from(URI.create(url)).build())
        .hasMessageContaining("expected")
        .hasMessageNotContaining("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://alice:s3cr3t@localhost/v1",
        "https://localhost/v1?key=s3cr3t",
        "https://alice:s3cr3t@local host/v1"
      })
  void credentialsInTheUrlOfTheServerAreNotShown(String url) {
    String server = "{\"url\": \"" + url + "\"}";
    assertThatThrownBy(() -> OpenApiTools.from(document(server)).build())
        .hasMessageContaining("the URL of the server is \"https://")
        .hasMessageNotContaining("s3cr3t");
    if (!url.contains(" ")) {
      assertThatThrownBy(
              () -> OpenApiTools.from(document("{\"url\":\"/\"}")).baseUrl(URI.create(url)).build())
          .hasMessageContaining("the base URL is \"https://")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void serverThatIsRelativeToAUrlWithCredentialsHasNone() {
    String document = document("{\"url\": \"/v2\"}");
    try (LoopbackService service =
        LoopbackService.start(exchange -> respond(exchange, 200, "application/json", document))) {
      URI url =
          URI.create(
              "http://alice:s3cr3t@localhost:"
                  + service.url().getPort()
                  + "/openapi.json?t=s3cr3t");
      Tool tool = OpenApiTools.from(url).build().tools().get(0);
      OperationDocuments.call(tool, Map.of());
      assertThat(service.last().target()).isEqualTo("/v2/x");
    }
  }

  @Test
  void documentThatIsTooLargeIsRefused() {
    try (LoopbackService service =
        LoopbackService.start(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] part = new byte[1024 * 1024];
              OutputStream body = exchange.getResponseBody();
              for (int count = 0; count < 33; count++) {
                body.write(part);
              }
            })) {
      assertThatThrownBy(() -> OpenApiTools.from(service.url()).build())
          .hasMessageContaining("cannot be read: it has more than 33554432 bytes");
    }
  }

  /** A document cannot make this server send requests. */
  @Test
  void referencesToOtherDocumentsAreNotFollowed() {
    try (LoopbackService other = LoopbackService.json("{\"type\": \"string\"}")) {
      String parameter =
          "\"parameters\": [{\"name\": \"a\", \"in\": \"query\", \"schema\": {\"$ref\": \"%s/s\"}}]"
              .formatted(other.url());
      for (String version : new String[] {"3.0.3", "3.1.0"}) {
        OpenApiToolsBuilder builder =
            OpenApiTools.from(OperationDocuments.get(version, "/x", parameter))
                .baseUrl(URI.create("http://localhost:1"));
        assertThatThrownBy(builder::build)
            .hasMessageContaining("is not supported; references must");
      }
      assertThat(other.requests()).isEmpty();
    }
  }
}
