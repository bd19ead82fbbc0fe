package io.everythingmcp.conformance.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.everythingmcp.conformance.harness.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of URL elicitation in a browser. */
@BrowserTest
class ElicitationPageIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();

  private static final String AGREE = "role=button[name='Accept']";

  private final ElicitationTool elicitation = ElicitationTool.call(SERVER.client());

  @ParameterizedTest
  @EnumSource
  void oneClickAccepts(ViewportSize device) {
    BrowserUser browserUser = CHROMIUM.createUser(device);
    browserUser.open(elicitation.page());
    browserUser.page().click(AGREE);
    assertThat(browserUser.page().locator("role=status")).containsText("You have accepted.");
    assertThat(elicitation.isCompleted()).isTrue();
    assertThat(browserUser.refused()).isEmpty();
    assertThat(browserUser.elsewhere()).isEmpty();
  }

  @Test
  void toolWaitsUntilAccepted() {
    CHROMIUM.createUser(ViewportSize.DESKTOP).open(elicitation.page());
    assertThat(elicitation.isCompleted()).isFalse();
  }

  @Test
  void keyboardAloneAccepts() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(elicitation.page());
    KeyboardUser.press(browserUser, "BUTTON Accept");
    assertThat(browserUser.page().locator("role=status")).containsText("You have accepted.");
    assertThat(elicitation.isCompleted()).isTrue();
  }

  @Test
  void declinedPageCanBeAcceptedLater() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(elicitation.page());
    browserUser.page().click("role=button[name='Decline']");
    assertThat(browserUser.page().locator("role=status")).containsText("You have declined");
    assertStillOpen();

    browserUser.page().goBack();
    browserUser.page().click(AGREE);
    assertThat(browserUser.page().locator("role=status")).containsText("You have accepted.");
    assertThat(elicitation.isCompleted()).isTrue();
  }

  @Test
  void doubleClickAcceptsOnce() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(elicitation.page());
    browserUser.page().dblclick(AGREE);
    assertThat(browserUser.page().locator("role=status")).containsText("accepted");
    browserUser.page().goBack();
    browserUser.page().reload();
    assertThat(browserUser.page().locator("role=status")).containsText("You have already accepted");
  }

  @Test
  void crossSiteFormIsRejected() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(elicitation.page());
    String ticket = browserUser.page().locator("input[name=csrf]").getAttribute("value");
    try (AttackerSite evil = new AttackerSite()) {
      browserUser.open(evil.page("/", form("0".repeat(64))));
      browserUser.page().click("button");
      assertThat(browserUser.page().locator("h1")).hasText("Forbidden");
      assertStillOpen();

      BrowserUser another = CHROMIUM.createUser(ViewportSize.DESKTOP);
      another.open(elicitation.page());
      another.open(evil.page("/", form(ticket)));
      another.page().click("button");
      assertThat(another.page().locator("h1")).hasText("Forbidden");
      assertStillOpen();
    }
  }

  private void assertStillOpen() {
    BrowserUser observer = CHROMIUM.createUser(ViewportSize.DESKTOP);
    observer.open(elicitation.page());
    assertThat(observer.page().locator("h1")).hasText("Accept or decline");
  }

  private String form(String ticket) {
    return "<form method=post action='%s'><input name=csrf value='%s'><button name=decision value=approve>"
        .formatted(elicitation.page(), ticket);
  }

  @Test
  void pageCannotBeFramed() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    try (AttackerSite evil = new AttackerSite()) {
      String frame = "<iframe src='%s'></iframe>";
      evil.page("/inner", "<h1>Inside</h1>");
      browserUser.open(evil.page("/", frame.formatted(evil.uri("/inner"))));
      assertThat(browserUser.page().frameLocator("iframe").locator("h1")).hasText("Inside");

      browserUser.open(evil.page("/", frame.formatted(elicitation.page())));
      assertThat(browserUser.refused()).anyMatch(line -> line.contains("frame-ancestors"));
      assertThat(browserUser.page().frameLocator("iframe").locator(AGREE).count()).isZero();
    }
  }

  @Test
  void pageSendsNoReferrer() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    try (AttackerSite site = new AttackerSite()) {
      site.page("/", "<script>document.write('<h1>from ' + document.referrer + '</h1>')</script>");
      browserUser.open(elicitation.page());
      Page page = browserUser.page();
      page.locator("header a")
          .evaluate("(link, href) => { link.href = href }", site.uri("/").toString());
      page.click("header a");
      assertThat(page.locator("h1")).hasText("from");
    }
  }

  @Test
  void cookieIsHostBoundAndHttpOnly() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(elicitation.page());
    assertThat(browserUser.context().cookies()).hasSize(1);
    Cookie cookie = browserUser.context().cookies().get(0);
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(browserUser.page().evaluate("document.cookie")).isEqualTo("");
  }
}
