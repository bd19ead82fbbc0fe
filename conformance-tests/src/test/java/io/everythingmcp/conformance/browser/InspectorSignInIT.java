package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Authorization of MCP Inspector: it discovers the authorization server, registers, redirects the
 * user and receives a token. Only the server is part of this project.
 */
@BrowserTest
class InspectorSignInIT {
  @RegisterExtension
  static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "integrated");

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static void signIn(BrowserUser browserUser, String user) {
    browserUser.page().click(SignIn.ALLOW);
    browserUser.page().check("input[name=user][value=" + user + "]");
    browserUser.page().click(SignIn.LOG_IN);
  }

  @ParameterizedTest
  @CsvSource({"SESSIONS, 2025-11-25", "STATELESS, 2026-07-28", "SSE, 2025-11-25"})
  void inspectorIsAuthorizedForUser(InspectorProcess.Route route, String revision) {
    try (InspectorProcess inspector = InspectorProcess.start(SERVER.uri())) {
      BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
      InspectorPage page = InspectorPage.open(browserUser, inspector).connect(route);
      assertThat(browserUser.page().locator("h1")).containsText("MCP Inspector");
      signIn(browserUser, "bob");
      assertThat(page.revision()).isEqualTo("MCP " + revision);

      page.list("Tools");
      page.execute("whoAmI");
      assertThat(browserUser.page().locator("main"))
          .containsText(Pattern.compile("\"subject\":\\s*\"bob\""));
      browserUser.takeScreenshot("inspector-signed-in-" + route.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void stepUpRequestsMoreScopes() {
    try (InspectorProcess inspector = InspectorProcess.start(SERVER.uri())) {
      BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
      InspectorPage page =
          InspectorPage.open(browserUser, inspector).connect(InspectorProcess.Route.SESSIONS);
      signIn(browserUser, "alice");
      assertThat(page.revision()).startsWith("MCP");
      page.list("Tools");
      page.execute("addTool");
      assertThat(page.text("This operation needs additional scope: mcp:admin.")).isVisible();

      page.authorize();
      assertThat(browserUser.page().locator("main")).containsText("mcp:admin");
      signIn(browserUser, "alice");
      page.list("Tools");
      page.execute("addTool");
      assertThat(page.text("extraTool")).isVisible();
      page.execute("removeTool");
    }
  }

  @Test
  void deniedConsentShowsAccessDenied() {
    try (InspectorProcess inspector = InspectorProcess.start(SERVER.uri())) {
      BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
      InspectorPage page =
          InspectorPage.open(browserUser, inspector).connect(InspectorProcess.Route.SESSIONS);
      browserUser.page().click(SignIn.FORBID);
      assertThat(page.text("access_denied")).isVisible();
      assertThat(browserUser.page().locator("text=/^MCP 20/").count()).isZero();
    }
  }
}
