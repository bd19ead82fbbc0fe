package io.everythingmcp.conformance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule for pages finds a page that violates it. */
@BrowserTest
class PageRulesIT {
  private static final String GOOD =
      """
      <!doctype html><html lang="en"><head><title>A page</title>
      <meta name="viewport" content="width=device-width"></head>
      <body><main><h1>A page</h1><p>It has <a href="/a">a link</a>.</p><!-- here --></main></body></html>
      """;

  @RegisterExtension static final ChromiumBrowser CHROMIUM = new ChromiumBrowser();
  private static AttackerSite site;

  @BeforeAll
  static void open() {
    site = new AttackerSite();
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static List<String> faults(String html) {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.PHONE);
    browserUser.open(
        site.page("/", html, "default-src 'none'; style-src 'self'; img-src http: data:"));
    return PageRules.faults(browserUser);
  }

  @Test
  void conformingPageHasNoViolations() {
    assertThat(faults(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <script>1</script>                                  | policy:
          <p style="color: red">x</p>                         | policy:
          <script src="/x.js"></script>                       | policy:
          <style>p { color: red }</style>                     | policy:
          <p onclick="go()">x</p>                             | inline: attribute onclick
          <a href="javascript:go()">x</a>                     | inline: attribute href
          <img alt="" src="http://127.0.0.2:9/x.png">         | elsewhere: http://127.0.0.2:9/x.png
          <table><tr><td><img alt="" width="900"></td></table> | too wide:
          <input type="text">                                 | label:
          <img src="data:,">                                  | image-alt:
          <button></button>                                   | button-name:
          <h3>x</h3>                                          | heading-order:
          <p><font color="#bbbbbb">pale</font></p>            | color-contrast:
          <main>another</main>                                | landmark-no-duplicate-main:
          """)
  void eachRuleFindsItsViolation(String bad, String fault) {
    List<String> faults = faults(GOOD.replace("<!-- here -->", bad));
    assertThat(faults).anySatisfy(found -> assertThat(found).startsWith(fault));
  }

  @Test
  void paleTextInTheDarkColourSchemeIsFound() {
    String pale = "<style>@media (prefers-color-scheme: dark) { p { color: #bbbbbb } }</style>";
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(site.page("/", GOOD.replace("<head>", "<head>" + pale)));
    assertThat(PageRules.faults(browserUser, "pale", ViewportSize.DESKTOP))
        .allSatisfy(found -> assertThat(found).startsWith("dark: "))
        .anySatisfy(found -> assertThat(found).startsWith("dark: color-contrast:"));
  }

  @Test
  void elementOutsideTabOrderIsFound() {
    BrowserUser browserUser = CHROMIUM.createUser(ViewportSize.DESKTOP);
    browserUser.open(site.page("/", GOOD));
    assertThat(KeyboardUser.unreachable(browserUser)).isEmpty();
    browserUser.open(site.page("/", GOOD.replace("href=", "tabindex=\"-1\" href=")));
    assertThat(KeyboardUser.unreachable(browserUser)).containsExactly("A a link");
    browserUser.open(site.page("/", GOOD.replace("<head>", "<head><style>a{outline:0}</style>")));
    assertThat(KeyboardUser.unreachable(browserUser)).containsExactly("A a link");
  }
}
