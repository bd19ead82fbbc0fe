package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MCP Inspector against the server. */
@BrowserTest
class InspectorIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();
  private static InspectorProcess inspector;

  @BeforeAll
  static void start() {
    inspector = InspectorProcess.start(SERVER.uri());
  }

  @AfterAll
  static void stop() {
    if (inspector != null) {
      inspector.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SESSIONS,  MCP 2025-11-25, Tools (24)",
    "STATELESS, MCP 2026-07-28, Tools (22)",
    "SSE,       MCP 2025-11-25, Tools (24)",
  })
  void inspectorConnectsListsAndCalls(InspectorProcess.Route route, String revision, String tools) {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    InspectorPage page = InspectorPage.open(browserUser, inspector).connect(route);
    assertThat(page.revision()).isEqualTo(revision);
    assertThat(page.list("Tools")).hasText(tools);

    page.tool("echo");
    page.fill("message", "pangolin");
    page.press("Execute Tool");
    assertThat(page.text("Echo: pangolin")).isVisible();
    browserUser.takeScreenshot("inspector-" + route.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({"SESSIONS", "STATELESS"})
  void elicitationIsShownInInspector(InspectorProcess.Route route) {
    InspectorPage page =
        InspectorPage.open(CHROMIUM.createUser(ViewportSize.DESKTOP), inspector).connect(route);
    assertThat(page.revision()).startsWith("MCP 20");
    page.list("Tools");
    page.tool("elicitInputs");
    page.press("Execute Tool");
    page.fill("Full Name", "Ada Pangolin");
    page.press("Submit");
    assertThat(page.text("\"name\":\"Ada Pangolin\"")).isVisible();
  }

  @Test
  void unreachableServerIsNotConnected() {
    try (InspectorProcess lost = InspectorProcess.start(URI.create("http://127.0.0.1:9"))) {
      BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
      InspectorPage page =
          InspectorPage.open(browserUser, lost).connect(InspectorProcess.Route.SESSIONS);
      assertThat(page.text("Failed to connect to")).isVisible();
      assertThat(browserUser.page().locator("text=/^MCP 20/").count()).isZero();
    }
  }
}
