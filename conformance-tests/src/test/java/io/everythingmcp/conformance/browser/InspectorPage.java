package io.everythingmcp.conformance.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Page of MCP Inspector. */
final class InspectorPage {
  private static final double MOMENT_MILLIS = 5_000;

  private final Page page;

  private InspectorPage(Page page) {
    this.page = page;
  }

  /** Opens the page. */
  static InspectorPage open(BrowserUser browserUser, InspectorProcess inspector) {
    browserUser.open(inspector.address());
    return new InspectorPage(browserUser.page());
  }

  /** Toggles the connection to a server. */
  InspectorPage connect(InspectorProcess.Route route) {
    page.locator("role=switch[name='Connect or disconnect \"" + route + "\"']")
        .dispatchEvent("click");
    return this;
  }

  /** Returns the negotiated revision once it is connected. */
  String revision() {
    return page.locator("text=/^MCP 20/").textContent();
  }

  /** Opens one of the lists; returns its heading. */
  Locator list(String name) {
    page.click("label:has-text('" + name + "')");
    return page.locator("role=heading[name=/^" + name + " \\(/]");
  }

  /** Selects a tool. */
  void tool(String name) {
    page.click("role=button >> text=\"" + name + "\"");
  }

  /** Selects a tool and executes it; repeated if the list was refreshed in between. */
  void execute(String tool) {
    await()
        .ignoreExceptions()
        .until(
            () -> {
              tool(tool);
              page.locator("role=button[name='Execute Tool']")
                  .click(new Locator.ClickOptions().setTimeout(MOMENT_MILLIS));
              return true;
            });
  }

  /** Fills in an argument or a field of an elicitation. */
  void fill(String name, String value) {
    page.fill("role=textbox[name='" + name + "']", value);
  }

  /**
   * Presses "Authorize" until the browser is at the authorization server: a refreshed list can
   * replace the button between the press and its effect.
   */
  void authorize() {
    await()
        .ignoreExceptions()
        .until(
            () -> {
              page.locator("role=button[name='Authorize']")
                  .click(new Locator.ClickOptions().setTimeout(MOMENT_MILLIS));
              page.waitForURL(
                  url -> url.contains("/authorize"),
                  new Page.WaitForURLOptions().setTimeout(MOMENT_MILLIS));
              return true;
            });
  }

  /** Presses a button. */
  void press(String name) {
    page.click("role=button[name='" + name + "']");
  }

  /** Returns an expected text. */
  Locator text(String text) {
    return page.getByText(text).first();
  }
}
