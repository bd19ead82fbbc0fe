package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of the client check, from the list of presets to the report to share, conform to the
 * rules of {@link PageRules}. A run is started in the browser, and a scripted client that breaks
 * rules calls its URL.
 */
@BrowserTest
class CheckPagesIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static final Map<String, Consumer<BrowserUser>> PAGES =
      Map.ofEntries(
          entry("check-start", browserUser -> browserUser.open(SERVER.uri() + "/check")),
          entry(
              "check-start-unfolded",
              browserUser -> {
                browserUser.open(SERVER.uri() + "/check");
                browserUser.unfold();
              }),
          entry("check-run-new", browserUser -> begin(browserUser, "everything")),
          entry("check-run-oauth", CheckPagesIT::withoutToken),
          entry("check-run-findings", CheckPagesIT::broken),
          entry(
              "check-run-timeline",
              browserUser -> {
                broken(browserUser);
                browserUser.unfold();
              }),
          entry("check-run-finished", CheckPagesIT::finished),
          entry(
              "check-report",
              browserUser -> {
                finished(browserUser);
                browserUser.page().click(".actions a[href$='/report.html']");
                browserUser.unfold();
              }),
          entry("check-guided-consent", CheckPagesIT::guidedConsent),
          entry(
              "check-run-deleted",
              browserUser -> {
                URI run = begin(browserUser, "plain");
                browserUser.page().click("form[action$='/delete'] button");
                browserUser.open(run.resolve("."));
              }),
          entry(
              "check-run-unknown",
              browserUser -> browserUser.open(SERVER.uri() + "/check/runs/" + "0".repeat(32))));

  private static Map.Entry<String, Consumer<BrowserUser>> entry(
      String name, Consumer<BrowserUser> way) {
    return Map.entry(name, way);
  }

  /** Starts a run of a preset; returns its MCP URL. */
  private static URI begin(BrowserUser browserUser, String preset) {
    browserUser.open(SERVER.uri() + "/check");
    browserUser.page().click("button[name=preset][value='" + preset + "']");
    return URI.create(browserUser.page().locator("#url").textContent());
  }

  private static void withoutToken(BrowserUser browserUser) {
    post(begin(browserUser, "oauth"), JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    browserUser.open(browserUser.page().url());
  }

  /** A client with a short state and an unknown parameter opens the authorization request. */
  private static void guidedConsent(BrowserUser browserUser) {
    browserUser.open(SERVER.uri() + "/check");
    browserUser.page().check("input[name=guided]");
    browserUser.page().click("button[name=preset][value=oauth]");
    URI mcp = URI.create(browserUser.page().locator("#url").textContent());
    post(mcp, JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    URI issuer = mcp.resolve("as");
    String metadata = "/.well-known/oauth-authorization-server" + issuer.getPath();
    assertThat(SERVER.client().get(metadata).send().status()).isEqualTo(200);
    String client =
        SERVER
            .client()
            .post(
                issuer.getPath() + "/register",
                "{\"redirect_uris\":[\"http://127.0.0.1:49152/callback\"],\"client_name\":\"Pangolin\","
                    + "\"token_endpoint_auth_method\":\"none\"}")
            .send()
            .json()
            .path("client_id")
            .asText();
    browserUser.clearEvents();
    browserUser.open(
        issuer
            + "/authorize?"
            + ClientApp.form(
                Map.of(
                    "response_type", "code",
                    "client_id", client,
                    "redirect_uri", "http://127.0.0.1:49152/callback",
                    "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
                    "code_challenge_method", "S256",
                    "state", "short",
                    "audience", "elsewhere",
                    "resource", mcp.toString())));
    assertThat(browserUser.page().locator(".check-guide .ODD").count()).isEqualTo(3);
  }

  /** A client that uses one id twice and omits a header. */
  private static void broken(BrowserUser browserUser) {
    URI mcp = begin(browserUser, "plain");
    String session = post(mcp, JsonRpcMessages.initialize("2025-11-25", "{}"), "");
    post(mcp, JsonRpcMessages.notification("notifications/initialized"), session);
    post(mcp, JsonRpcMessages.request("twice", "tools/list"), session);
    post(mcp, JsonRpcMessages.request("twice", "ping"), session);
    post(mcp, JsonRpcMessages.call(3, "echo", "{'message':'" + "long ".repeat(60) + "'}"), session);
    browserUser.open(browserUser.page().url());
  }

  private static void finished(BrowserUser browserUser) {
    broken(browserUser);
    browserUser.page().click("form[action$='/finish'] button");
    browserUser.page().waitForSelector(".state.finished");
  }

  private static String post(URI mcp, Object message, String session) {
    var request =
        SERVER
            .client()
            .request("POST", mcp.getPath())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .body(message.toString().getBytes(StandardCharsets.UTF_8));
    return (session.isEmpty() ? request : request.header("Mcp-Session-Id", session))
        .send()
        .header("Mcp-Session-Id");
  }

  static Stream<Arguments> pages() {
    return ViewportSize.each(PAGES.keySet());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageConformsToTheRules(String name, ViewportSize device) {
    BrowserUser browserUser = CHROMIUM.createUser(device);
    PAGES.get(name).accept(browserUser);
    assertThat(browserUser.page().locator("h1").count()).isEqualTo(1);
    assertThat(PageRules.faults(browserUser, name, device)).isEmpty();
    assertThat(KeyboardUser.unreachable(browserUser)).isEmpty();
  }
}
