package io.everythingmcp.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.everythingmcp.conformance.harness.FreePort;
import io.everythingmcp.everything.EverythingApplication;
import io.everythingmcp.everything.prompts.EverythingPrompts;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.wire.WireJson;
import io.everythingmcp.testing.McpTestClient;
import io.everythingmcp.testing.UnexpectedResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages of the whole server over HTTP. */
@ExtendWith(DropwizardExtensionsSupport.class)
class PagesTest {
  private static final int PORT = FreePort.find();
  private static final String BASE = "http://localhost:" + PORT;
  private static final DropwizardAppExtension<McpConfiguration> SERVER =
      new DropwizardAppExtension<>(
          EverythingApplication.class,
          "../config.yml",
          ConfigOverride.config("logging.level", "WARN"),
          ConfigOverride.config("auth.mode", "none"),
          ConfigOverride.config("baseUri", BASE),
          ConfigOverride.config("server.applicationConnectors[0].port", Integer.toString(PORT)),
          ConfigOverride.config("server.adminConnectors[0].port", "0"));

  private final PageBrowser browser = new PageBrowser();

  private static McpTestClient client() {
    return McpTestClient.builder(URI.create(BASE + "/mcp")).connect();
  }

  @Test
  void homePageHasInstructionsAndFeatures() {
    HttpResponse<String> splash = browser.get(BASE + "/");
    assertThat(splash.statusCode()).isEqualTo(200);
    assertThat(text(splash))
        .contains("<code>" + BASE + "/mcp</code>")
        .contains("\"url\": \"" + BASE + "/mcp\"")
        .contains("claude mcp add --transport http everything-server")
        .contains("curl -i " + BASE + "/mcp")
        .contains("2026-07-28", "2025-11-25", "2024-11-05", "memory", "none", "healthy")
        .contains("<strong>" + EverythingPrompts.all().size() + "</strong> prompts")
        .contains("<strong>105</strong> resources");
  }

  @Test
  void curlExamplesWork() {
    List<String> examples =
        Pattern.compile("<code>(curl .*?)</code>", Pattern.DOTALL)
            .matcher(text(browser.get(BASE + "/")))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + "/mcp"));
      Matcher header = Pattern.compile("-H '([^:]+): ([^']+)'").matcher(example);
      while (header.find()) {
        request.header(header.group(1), header.group(2));
      }
      String body = example.substring(example.indexOf("-d '") + 4, example.lastIndexOf('\''));
      request.POST(HttpRequest.BodyPublishers.ofString(body));
      HttpResponse<String> answer = browser.send(request.build());
      assertThat(answer.statusCode()).as(example).isEqualTo(200);
      assertThat(answer.body()).contains("\"result\":", "pangolin");
    }
  }

  @Test
  void countsAreCurrent() {
    McpTestClient client = client();
    assertThat(text(browser.get(BASE + "/")))
        .contains("<strong>" + EverythingTools.all().size() + "</strong> tools");

    client.callTool("addTool", Map.of());
    assertThat(text(browser.get(BASE + "/")))
        .contains("<strong>" + (EverythingTools.all().size() + 1) + "</strong> tools");
    client.callTool("removeTool", Map.of());
  }

  @Test
  void addressesComeFromTheConfiguration() {
    String raw = raw("GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example");
    assertThat(raw).startsWith("HTTP/1.1 200").contains(BASE).doesNotContain("evil.example");
  }

  @Test
  void pagesHaveNoInlineContent() {
    for (String path : List.of("/", "/nothing")) {
      HttpResponse<String> page = browser.get(BASE + path);
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'; style-src 'self'; img-src 'self' data:");
      assertThat(page.body())
          .doesNotContain("<style", " style=", "javascript:")
          .doesNotContainPattern("<script(?! src=\"/copy.js\" defer></script>)")
          .doesNotContainPattern("\\son[a-z]+=")
          .contains("href=\"/style.css\"", "<html lang=\"en\">", "width=device-width");
    }
  }

  @Test
  void pageFilesAreServedAndCached() {
    for (String file : List.of("style.css text/css;charset=utf-8", "logo.svg image/svg+xml")) {
      URI uri = URI.create(BASE + "/" + file.split(" ", 2)[0]);
      HttpResponse<String> first = browser.send(HttpRequest.newBuilder(uri).build());
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("Content-Type")).contains(file.split(" ", 2)[1]);
      String tag = first.headers().firstValue("ETag").orElseThrow();

      HttpRequest again = HttpRequest.newBuilder(uri).header("If-None-Match", tag).build();
      assertThat(browser.send(again).statusCode()).isEqualTo(304);
    }
  }

  @Test
  void errorIsHtmlForBrowsersAndJsonForClients() {
    HttpResponse<String> page = browser.get(BASE + "/%3Cscript%3E");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.body()).contains("<h1>Not Found</h1>").doesNotContain("<script");

    HttpResponse<String> program =
        browser.send(HttpRequest.newBuilder(URI.create(BASE + "/nothing")).build());
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(WireJson.read(program.body(), JsonNode.class).path("code").asInt()).isEqualTo(404);
  }

  @Test
  void containerErrorHasTheSameFormat() {
    String html = raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html");
    assertThat(html)
        .startsWith("HTTP/1.1 405")
        .contains("<h1>Method Not Allowed</h1>", "/style.css");
    String json = raw("GET /%zz HTTP/1.1\r\nHost: localhost");
    assertThat(json)
        .startsWith("HTTP/1.1 400")
        .endsWith("{\"code\":400,\"message\":\"Bad Request\"}");
    String nonsense = raw("NONSENSE");
    assertThat(nonsense).startsWith("HTTP/1.1 400").contains("{\"code\":400");
    String long_ = "X-Long: " + "x".repeat(20_000);
    String rpc = raw("POST /mcp HTTP/1.1\r\nHost: localhost:" + PORT + "\r\n" + long_);
    assertThat(rpc)
        .startsWith("HTTP/1.1 431")
        .contains("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600");
    assertThat(html + json + nonsense + rpc)
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("HTTP ERROR", "Exception", "\tat ");
  }

  @Test
  void healthIsJsonForBrowsers() {
    HttpResponse<String> health = browser.get(BASE + "/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body())
        .isEqualTo("{\"status\":\"healthy\",\"services\":{\"mcp\":\"operational\"}}");
  }

  @Test
  void toolContinuesAfterConsent() {
    McpTestClient client = client();
    JsonNode required =
        catchThrowableOfType(
                UnexpectedResponseException.class,
                () -> client.callTool("elicitUrl", Map.of("viaError", true)))
            .error();
    assertThat(required.path("code").asInt()).isEqualTo(-32042);
    String url = required.at("/data/elicitations/0/url").asText();
    assertThat(url).startsWith(BASE + "/elicitation/");

    HttpResponse<String> asked = browser.get(url);
    browser.submit(url, "csrf=" + PageBrowser.ticket(asked) + "&decision=approve");

    assertThat(client.callTool("elicitUrl", Map.of("viaError", true)).text())
        .contains("The user accepted");
  }

  /** Returns the text of a page with unescaped quotes. */
  private static String text(HttpResponse<String> page) {
    return page.body().replace("&quot;", "\"").replace("&#39;", "'");
  }

  private static String raw(String head) {
    try (Socket socket = new Socket("localhost", SERVER.getLocalPort())) {
      String request = head + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
