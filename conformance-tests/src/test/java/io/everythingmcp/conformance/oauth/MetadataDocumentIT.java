package io.everythingmcp.conformance.oauth;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.ServerLaunch;
import io.everythingmcp.conformance.harness.SharedServer;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients with client ID metadata documents, and attacks with such documents. */
class MetadataDocumentIT {

  /** Server that permits documents on loopback addresses, so that a test can publish them. */
  @RegisterExtension
  static final SharedServer SERVER =
      SharedServer.with(
          ServerLaunch.with("AUTH_MODE", "integrated")
              .jvm(
                  "-Ddw.auth.server.metadataDocuments.loopback=on",
                  "-Ddw.auth.server.metadataDocuments.timeout=3s"));

  /** Server with the default settings. */
  @RegisterExtension
  static final SharedServer STRICT =
      SharedServer.with("AUTH_MODE", "integrated", "SERVER_NAME", "documents");

  private static WireMockServer publisher;

  @BeforeAll
  static void start() {
    publisher = new WireMockServer(wireMockConfig().dynamicPort());
    publisher.start();
  }

  @AfterAll
  static void stop() {
    publisher.stop();
  }

  private static String address(String path) {
    // The number of documents fetched per host and minute is limited.
    String host = path.length() % 2 == 0 ? "127.0.0.1" : "localhost";
    return "http://" + host + ":" + publisher.port() + path;
  }

  private static String document(String path) {
    return "{\"client_id\":\""
        + address(path)
        + "\",\"client_name\":\"A published client\",\"redirect_uris\":[\""
        + OAuthApplication.REDIRECT
        + "\"]}";
  }

  private static void publish(String path, UnaryOperator<ResponseDefinitionBuilder> change) {
    ResponseDefinitionBuilder usual =
        aResponse().withHeader("Content-Type", "application/json").withBody(document(path));
    publisher.stubFor(get(path).willReturn(change.apply(usual)));
  }

  private static OAuthApplication application(String id) {
    return new OAuthApplication(
        SERVER.uri(),
        id,
        null,
        OAuthApplication.REDIRECT,
        "a-verifier-that-is-as-long-as-it-must-be-12");
  }

  private static RawResponse authorize(SharedServer server, String id) {
    Map<String, String> asks = application(id).parameters();
    return new FormBrowser(server.uri()).open("/authorize?" + UrlParameters.encode(asks));
  }

  @Test
  void clientIsReadFromItsDocumentOnce() {
    publish("/good/client", response -> response.withHeader("Cache-Control", "max-age=600"));
    OAuthApplication application = application(address("/good/client"));
    RawResponse page = authorize(SERVER, application.id());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("A published client", ":" + publisher.port());
    assertThat(application.tokens("alice").path("access_token").asText()).isNotEmpty();
    publisher.verify(1, getRequestedFor(urlEqualTo("/good/client")));
  }

  @Test
  void uncacheableDocumentIsFetchedAgain() {
    publish("/fleeting/client", response -> response.withHeader("Cache-Control", "no-store"));
    authorize(SERVER, address("/fleeting/client"));
    authorize(SERVER, address("/fleeting/client"));
    publisher.verify(2, getRequestedFor(urlEqualTo("/fleeting/client")));
  }

  /** One text per cause. */
  private static final Map<String, String> TOLD =
      Map.of(
          "big", "larger than 5120 bytes (metadataDocuments.maxSize)",
          "slow", "no response within 3 s (metadataDocuments.timeout)",
          "drip", "no response within 3 s (metadataDocuments.timeout)",
          "missing", "HTTP status 404, expected 200",
          "script", "redirect_uris, number 1,",
          "share", "redirect_uris, number 1,");

  @Test
  void unavailableDocumentIsReportedSeparately() {
    String id = "http://localhost:1/client";
    assertThat(authorize(SERVER, id).text()).contains("cannot be fetched: connection failed");
  }

  static Stream<Arguments> invalidDocument() {
    String big = " ".repeat(6 * 1024);
    return Stream.of(
        row("moved", r -> r.withStatus(302).withHeader("Location", "http://127.0.0.1/")),
        row("missing", r -> r.withStatus(404)),
        row("partial", r -> r.withStatus(206)),
        row("page", r -> r.withHeader("Content-Type", "text/html")),
        row("big", r -> r.withBody(document("/bad/big") + big)),
        row("slow", r -> r.withFixedDelay(8_000)),
        row("drip", r -> r.withChunkedDribbleDelay(20, 12_000)),
        row("other", r -> r.withBody(document("/bad/another-user"))),
        row("text", r -> r.withBody("not json")),
        row("list", r -> r.withBody("[]")),
        row("nameless", r -> r.withBody(document("/bad/nameless").replace("client_name", "x"))),
        row("homeless", r -> r.withBody(document("/bad/homeless").replace("redirect_uris", "x"))),
        row("secret", r -> r.withBody(plus("secret", "\"client_secret\":\"x\""))),
        row(
            "basic",
            r ->
                r.withBody(
                    plus("basic", "\"token_endpoint_auth_method\":\"client_secret_basic\""))),
        row("script", r -> r.withBody(script("javascript:alert(1)"))),
        row("share", r -> r.withBody(script("smb://attacker/share"))));
  }

  private static String script(String redirect) {
    String path = "/bad/" + (redirect.startsWith("smb") ? "share" : "script");
    return document(path).replace(OAuthApplication.REDIRECT, redirect);
  }

  private static String plus(String name, String member) {
    return document("/bad/" + name).replaceFirst("\\}$", "," + member + "}");
  }

  private static Arguments row(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
    return Arguments.of(name, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void invalidDocument(String name, UnaryOperator<ResponseDefinitionBuilder> change) {
    publish("/bad/" + name, change);
    RawResponse response = authorize(SERVER, address("/bad/" + name));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Location")).isNull();
    assertThat(response.text()).contains(TOLD.getOrDefault(name, "client ID metadata document"));
    publish("/bad/" + name, r -> r.withBody(document("/bad/" + name)));
    assertThat(authorize(SERVER, address("/bad/" + name)).status())
        .as("failures are not cached")
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/a",
        "https://127.0.0.1:PORT/a",
        "https://localhost:PORT/a",
        "https://[::1]:PORT/a",
        "https://[::ffff:127.0.0.1]:PORT/a",
        "https://[64:ff9b::7f00:1]:PORT/a",
        "https://[2002:7f00:1::]:PORT/a",
        "https://2130706433:PORT/a",
        "https://0x7f.1:PORT/a",
        "https://127.1:PORT/a",
        "https://0.0.0.0:PORT/a",
        "https://169.254.169.254/latest",
        "https://10.0.0.1/a",
        "https://192.168.1.1/a",
        "https://user@127.0.0.1:PORT/a",
        "https://app.example/a#b",
        "https://app.example/a/../b",
        "https://app.example/a/%2e%2E/b",
        "https://app.example",
        "https://app.example/",
        "ftp://app.example/a",
        "file:///etc/passwd"
      })
  void privateAddressesAreNotFetched(String id) {
    int before = publisher.getAllServeEvents().size();
    RawResponse response =
        authorize(STRICT, id.replace("PORT", Integer.toString(publisher.port())));
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.header("Location")).isNull();
    assertThat(publisher.getAllServeEvents()).hasSize(before);
  }
}
