package io.everythingmcp.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Configuration;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.everythingmcp.api.ElicitationPages;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a URL elicitation over HTTP. */
@ExtendWith(DropwizardExtensionsSupport.class)
class ElicitationPageTest {
  private static final DropwizardAppExtension<Configuration> SERVER =
      new DropwizardAppExtension<>(
          ConsentApplication.class,
          null,
          ConfigOverride.config("logging.level", "WARN"),
          ConfigOverride.config("server.applicationConnectors[0].port", "0"),
          ConfigOverride.config("server.adminConnectors[0].port", "0"));

  private final PageBrowser browser = new PageBrowser();

  private static ElicitationPages consentsOf(String owner) {
    return ((ConsentApplication) SERVER.getApplication()).consents().of(owner, null);
  }

  private static String url(ElicitationPages.ElicitationPage page) {
    return "http://localhost:" + SERVER.getLocalPort() + "/elicitation/" + page.id();
  }

  private static ElicitationPages.ElicitationPage open(String message) {
    return consentsOf("").create(message);
  }

  @Test
  void defaultButtonAccepts() {
    ElicitationPages.ElicitationPage page = open("Delete everything?");
    HttpResponse<String> asked = browser.get(url(page));
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains("Delete everything?", "server.example")
        .containsSubsequence("value=\"approve\"", "value=\"deny\"");

    HttpResponse<String> done = submit(page, asked, "approve");

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("You have accepted.", "return to your client");
    assertThat(consentsOf("").isAccepted(page.id())).isTrue();
  }

  @Test
  void secondRequestReportsCompletion() {
    ElicitationPages.ElicitationPage page = open("Again?");
    HttpResponse<String> asked = browser.get(url(page));
    submit(page, asked, "approve");

    assertThat(browser.get(url(page)).body())
        .contains("You have already accepted")
        .doesNotContain("<form", "<button");
    assertThat(submit(page, asked, "deny").body()).contains("You have already accepted");
    assertThat(consentsOf("").isAccepted(page.id())).isTrue();
  }

  @Test
  void declinedPageMayBeAcceptedLater() {
    ElicitationPages.ElicitationPage page = open("Sure?");
    HttpResponse<String> denied = submit(page, browser.get(url(page)), "deny");

    assertThat(denied.statusCode()).isEqualTo(200);
    assertThat(denied.body()).contains("You have declined");
    assertThat(consentsOf("").isAccepted(page.id())).isFalse();
    assertThat(consentsOf("").decision(page.id())).isEqualTo(ElicitationPages.Decision.DECLINED);

    submit(page, browser.get(url(page)), "approve");
    assertThat(consentsOf("").isAccepted(page.id())).isTrue();
  }

  @Test
  void crossSiteFormIsRejected() {
    ElicitationPages.ElicitationPage page = open("Really?");
    ElicitationPages.ElicitationPage other = open("Something else?");
    String ticket = PageBrowser.ticket(browser.get(url(page)));
    String ofOther = PageBrowser.ticket(browser.get(url(other)));
    String approve = "&decision=approve";

    assertThat(new PageBrowser().submit(url(page), "csrf=" + ticket + approve).statusCode())
        .as("without the cookie")
        .isEqualTo(403);
    assertThat(browser.submit(url(page), "decision=approve").statusCode())
        .as("without the field")
        .isEqualTo(403);
    assertThat(browser.submit(url(page), "csrf=" + ofOther + approve).statusCode())
        .as("with the field of another page")
        .isEqualTo(403);
    HttpResponse<String> wrong = browser.submit(url(page), "csrf=" + "0".repeat(64) + approve);
    assertThat(wrong.statusCode()).as("with an invalid field").isEqualTo(403);
    assertThat(wrong.body()).contains("<h1>Forbidden</h1>", "cookies");
    assertThat(consentsOf("").isAccepted(page.id())).isFalse();

    assertThat(browser.submit(url(page), "csrf=" + ticket + approve).statusCode()).isEqualTo(200);
  }

  @Test
  void malformedFormIsRejected() {
    ElicitationPages.ElicitationPage page = open("Well?");
    String ticket = PageBrowser.ticket(browser.get(url(page)));

    assertThat(browser.submit(url(page), "csrf=" + ticket).statusCode()).isEqualTo(400);
    assertThat(browser.submit(url(page), "csrf=%zz").statusCode()).isEqualTo(400);
    assertThat(browser.submit(url(page), "a=" + "b".repeat(8_190)).statusCode()).isEqualTo(403);
    assertThat(browser.submit(url(page), "a=" + "b".repeat(8_191)).statusCode()).isEqualTo(413);
    HttpResponse<String> json =
        browser.send(
            HttpRequest.newBuilder(URI.create(url(page)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    assertThat(json.statusCode()).isEqualTo(415);
    assertThat(consentsOf("").isAccepted(page.id())).isFalse();
  }

  @Test
  void textIsEscaped() {
    String hostile = "</blockquote><script>alert('x')</script><img src=x onerror=alert(1)>\"'&${1}";
    ElicitationPages.ElicitationPage page = open(hostile);
    HttpResponse<String> asked = browser.get(url(page));

    assertThat(asked.body())
        .contains("&lt;/blockquote&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "${1}")
        .doesNotContain("<script", "<img src=x");
    assertThat(submit(page, asked, "approve").body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<img src=x");
  }

  @Test
  void unknownPageIsNotFoundWithInstructions() {
    String nowhere = "http://localhost:" + SERVER.getLocalPort() + "/elicitation/";
    HttpResponse<String> unknown = browser.get(nowhere + "0".repeat(32));

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("<h1>Not Found</h1>", "Start again in your client");
    assertThat(browser.submit(nowhere + "0".repeat(32), "decision=approve").statusCode())
        .isEqualTo(404);
    assertThat(browser.get(nowhere + "%3Cscript%3E").body()).doesNotContain("<script");
    HttpResponse<String> program =
        browser.send(HttpRequest.newBuilder(URI.create(nowhere + "unknown")).build());
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(program.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void pageOfAnotherUserIsNotFound() {
    ElicitationPages.ElicitationPage page =
        consentsOf(ConsentApplication.caller("alice").ownerKey()).create("Alice?");

    assertThat(browser.get(url(page)).statusCode()).isEqualTo(404);
    assertThat(as("bob", page).statusCode()).isEqualTo(404);
    assertThat(as("alice", page).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> as(String user, ElicitationPages.ElicitationPage page) {
    return browser.send(HttpRequest.newBuilder(URI.create(url(page))).header("User", user).build());
  }

  @Test
  void storeOutageIsTemporarilyUnavailable() {
    ElicitationPages.ElicitationPage page = open("Later?");
    ConsentApplication application = SERVER.getApplication();
    application.setUnavailable(true);
    HttpResponse<String> away = browser.get(url(page));
    application.setUnavailable(false);

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).contains("1");
    assertThat(away.body()).contains("<h1>Service Unavailable</h1>", "Try again in a moment");
    assertThat(browser.get(url(page)).statusCode()).isEqualTo(200);
  }

  @Test
  void responseIsNotCachedAndCookieIsRestricted() {
    HttpResponse<String> asked = browser.get(url(open("Well?")));

    assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(asked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(asked.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
    assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
    assertThat(asked.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
  }

  private HttpResponse<String> submit(
      ElicitationPages.ElicitationPage page, HttpResponse<String> asked, String decision) {
    return browser.submit(url(page), "csrf=" + PageBrowser.ticket(asked) + "&decision=" + decision);
  }
}
