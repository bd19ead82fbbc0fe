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

  private static final String AGREE = "role=button[name='I agree']";

  private final ElicitationTool question = ElicitationTool.ask(SERVER.client());

  @ParameterizedTest
  @EnumSource
  void oneClickAccepts(ViewportSize device) {
    BrowserUser visitor = CHROMIUM.visitor(device);
    visitor.open(question.page());
    visitor.page().click(AGREE);
    assertThat(visitor.page().locator("role=status")).containsText("You have accepted.");
    assertThat(question.answered()).isTrue();
    assertThat(visitor.refused()).isEmpty();
    assertThat(visitor.elsewhere()).isEmpty();
  }

  @Test
  void toolWaitsUntilAccepted() {
    CHROMIUM.visitor(ViewportSize.DESKTOP).open(question.page());
    assertThat(question.answered()).isFalse();
  }

  @Test
  void keyboardAloneAccepts() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    visitor.open(question.page());
    KeyboardUser.press(visitor, "BUTTON I agree");
    assertThat(visitor.page().locator("role=status")).containsText("You have accepted.");
    assertThat(question.answered()).isTrue();
  }

  @Test
  void declinedPageCanBeAcceptedLater() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    visitor.open(question.page());
    visitor.page().click("role=button[name='No, I do not']");
    assertThat(visitor.page().locator("role=status")).containsText("You have declined");
    assertStillOpen();

    visitor.page().goBack();
    visitor.page().click(AGREE);
    assertThat(visitor.page().locator("role=status")).containsText("You have accepted.");
    assertThat(question.answered()).isTrue();
  }

  @Test
  void doubleClickAcceptsOnce() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    visitor.open(question.page());
    visitor.page().dblclick(AGREE);
    assertThat(visitor.page().locator("role=status")).containsText("accepted");
    visitor.page().goBack();
    visitor.page().reload();
    assertThat(visitor.page().locator("role=status")).containsText("You have already accepted");
  }

  @Test
  void crossSiteFormIsRejected() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    visitor.open(question.page());
    String ticket = visitor.page().locator("input[name=csrf]").getAttribute("value");
    try (AttackerSite evil = new AttackerSite()) {
      visitor.open(evil.page("/", form("0".repeat(64))));
      visitor.page().click("button");
      assertThat(visitor.page().locator("h1")).hasText("Forbidden");
      assertStillOpen();

      BrowserUser another = CHROMIUM.visitor(ViewportSize.DESKTOP);
      another.open(question.page());
      another.open(evil.page("/", form(ticket)));
      another.page().click("button");
      assertThat(another.page().locator("h1")).hasText("Forbidden");
      assertStillOpen();
    }
  }

  private void assertStillOpen() {
    BrowserUser observer = CHROMIUM.visitor(ViewportSize.DESKTOP);
    observer.open(question.page());
    assertThat(observer.page().locator("h1")).hasText("Agree, or refuse");
  }

  private String form(String ticket) {
    return "<form method=post action='%s'><input name=csrf value='%s'><button name=decision value=approve>"
        .formatted(question.page(), ticket);
  }

  @Test
  void pageCannotBeFramed() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    try (AttackerSite evil = new AttackerSite()) {
      String frame = "<iframe src='%s'></iframe>";
      evil.page("/inner", "<h1>Inside</h1>");
      visitor.open(evil.page("/", frame.formatted(evil.uri("/inner"))));
      assertThat(visitor.page().frameLocator("iframe").locator("h1")).hasText("Inside");

      visitor.open(evil.page("/", frame.formatted(question.page())));
      assertThat(visitor.refused()).anyMatch(line -> line.contains("frame-ancestors"));
      assertThat(visitor.page().frameLocator("iframe").locator(AGREE).count()).isZero();
    }
  }

  @Test
  void pageSendsNoReferrer() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    try (AttackerSite site = new AttackerSite()) {
      site.page("/", "<script>document.write('<h1>from ' + document.referrer + '</h1>')</script>");
      visitor.open(question.page());
      Page page = visitor.page();
      page.locator("header a")
          .evaluate("(link, href) => { link.href = href }", site.uri("/").toString());
      page.click("header a");
      assertThat(page.locator("h1")).hasText("from");
    }
  }

  @Test
  void cookieIsHostBoundAndHttpOnly() {
    BrowserUser visitor = CHROMIUM.visitor(ViewportSize.DESKTOP);
    visitor.open(question.page());
    assertThat(visitor.context().cookies()).hasSize(1);
    Cookie cookie = visitor.context().cookies().get(0);
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
  }
}
