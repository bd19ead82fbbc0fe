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

  private static void signIn(BrowserUser visitor, String user) {
    visitor.page().click(SignIn.ALLOW);
    visitor.page().check("input[name=user][value=" + user + "]");
    visitor.page().click(SignIn.LOG_IN);
  }

  @ParameterizedTest
  @CsvSource({"SESSIONS, 2025-11-25", "STATELESS, 2026-07-28", "SSE, 2025-11-25"})
  void inspectorIsAuthorizedForUser(InspectorProcess.Route route, String revision) {
    try (InspectorProcess inspector = InspectorProcess.start(SERVER.uri())) {
      BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
      InspectorPage page = InspectorPage.open(visitor, inspector).connect(route);
      assertThat(visitor.page().locator("h1")).containsText("MCP Inspector");
      signIn(visitor, "bob");
      assertThat(page.revision()).isEqualTo("MCP " + revision);

      page.list("Tools");
      page.execute("whoAmI");
      assertThat(visitor.page().locator("main"))
          .containsText(Pattern.compile("\"subject\":\\s*\"bob\""));
      visitor.shoot("inspector-signed-in-" + route.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void stepUpRequestsMoreScopes() {
    try (InspectorProcess inspector = InspectorProcess.start(SERVER.uri())) {
      BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
      InspectorPage page =
          InspectorPage.open(visitor, inspector).connect(InspectorProcess.Route.SESSIONS);
      signIn(visitor, "alice");
      assertThat(page.revision()).startsWith("MCP");
      page.list("Tools");
      page.execute("addTool");
      assertThat(page.text("This operation needs additional scope: mcp:admin.")).isVisible();

      page.authorize();
      assertThat(visitor.page().locator("main")).containsText("mcp:admin");
      signIn(visitor, "alice");
      page.list("Tools");
      page.execute("addTool");
      assertThat(page.text("extraTool")).isVisible();
      page.execute("removeTool");
    }
  }

  @Test
  void deniedConsentShowsAccessDenied() {
    try (InspectorProcess inspector = InspectorProcess.start(SERVER.uri())) {
      BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
      InspectorPage page =
          InspectorPage.open(visitor, inspector).connect(InspectorProcess.Route.SESSIONS);
      visitor.page().click(SignIn.FORBID);
      assertThat(page.text("access_denied")).isVisible();
      assertThat(visitor.page().locator("text=/^MCP 20/").count()).isZero();
    }
  }
}
