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
@InBrowser
class QuestionPageIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("AUTH_MODE", "none");
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final String AGREE = "role=button[name='I agree']";

  private final Question question = Question.ask(SERVER.client());

  @ParameterizedTest
  @EnumSource
  void oneClickAgrees(Device device) {
    Visitor visitor = CHROMIUM.visitor(device);
    visitor.open(question.page());
    visitor.page().click(AGREE);
    assertThat(visitor.page().locator("role=status")).containsText("You have accepted.");
    assertThat(question.answered()).isTrue();
    assertThat(visitor.refused()).isEmpty();
    assertThat(visitor.elsewhere()).isEmpty();
  }

  @Test
  void beforeThatTheToolDoesNotGoOn() {
    CHROMIUM.visitor(Device.DESKTOP).open(question.page());
    assertThat(question.answered()).isFalse();
  }

  @Test
  void soDoesTheKeyboardAlone() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
    visitor.open(question.page());
    Keyboard.press(visitor, "BUTTON I agree");
    assertThat(visitor.page().locator("role=status")).containsText("You have accepted.");
    assertThat(question.answered()).isTrue();
  }

  @Test
  void whoSaysNoCanGoBackAndAgree() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
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
  void twoClicksAreOneAgreement() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
    visitor.open(question.page());
    visitor.page().dblclick(AGREE);
    assertThat(visitor.page().locator("role=status")).containsText("accepted");
    visitor.page().goBack();
    visitor.page().reload();
    assertThat(visitor.page().locator("role=status")).containsText("You have already accepted");
  }

  @Test
  void aFormOnAnotherSiteAgreesToNothing() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
    visitor.open(question.page());
    String ticket = visitor.page().locator("input[name=csrf]").getAttribute("value");
    try (Decoy evil = new Decoy()) {
      visitor.open(evil.page("/", form("0".repeat(64))));
      visitor.page().click("button");
      assertThat(visitor.page().locator("h1")).hasText("Forbidden");
      assertStillOpen();

      Visitor another = CHROMIUM.visitor(Device.DESKTOP);
      another.open(question.page());
      another.open(evil.page("/", form(ticket)));
      another.page().click("button");
      assertThat(another.page().locator("h1")).hasText("Forbidden");
      assertStillOpen();
    }
  }

  private void assertStillOpen() {
    Visitor observer = CHROMIUM.visitor(Device.DESKTOP);
    observer.open(question.page());
    assertThat(observer.page().locator("h1")).hasText("Agree, or refuse");
  }

  private String form(String ticket) {
    return "<form method=post action='%s'><input name=csrf value='%s'><button name=decision value=approve>"
        .formatted(question.page(), ticket);
  }

  @Test
  void anotherSiteCannotPutThePageInAFrame() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
    try (Decoy evil = new Decoy()) {
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
  void thePageTellsNobodyItsAddress() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
    try (Decoy site = new Decoy()) {
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
  void theCookieIsForThisServerAndNotForScripts() {
    Visitor visitor = CHROMIUM.visitor(Device.DESKTOP);
    visitor.open(question.page());
    assertThat(visitor.context().cookies()).hasSize(1);
    Cookie cookie = visitor.context().cookies().get(0);
    assertThat(cookie.httpOnly).isTrue();
    assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
    assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
  }
}
