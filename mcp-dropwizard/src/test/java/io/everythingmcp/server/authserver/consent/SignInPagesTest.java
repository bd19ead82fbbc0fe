package io.everythingmcp.server.authserver.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ErrorObject;
import io.dropwizard.core.Configuration;
import io.everythingmcp.server.authserver.endpoint.AuthorizationPages;
import io.everythingmcp.server.authserver.endpoint.OAuthException;
import io.everythingmcp.server.authserver.endpoint.SpecificationReference;
import io.everythingmcp.server.web.SiteInfo;
import io.everythingmcp.server.web.TemplateBundle;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users read on the pages of a sign-in. */
class SignInPagesTest {
  private static final Pattern HEADLINE = Pattern.compile("<h1>(.*?)</h1>", Pattern.DOTALL);

  private final AuthorizationPages pages =
      new AuthorizationPages(
          new SiteInfo("https://server.example", "Server"), new TemplateBundle<Configuration>());

  private static String headline(String page) {
    Matcher found = HEADLINE.matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1).replaceAll("<[^>]*>", "").strip();
  }

  private String problem(OAuthException refusal) throws Exception {
    return pages
        .forUsers(
            request -> {
              throw refusal;
            })
        .handle(null)
        .getBody();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          invalid_client          | 401 | Unknown application
          temporarily_unavailable | 503 | Signing in is not possible now: try again in a minute
          server_error            | 500 | Signing in failed: start again in the application
          access_denied           | 403 | You were not signed in
          invalid_request         | 400 | The application sent an invalid request
          """)
  void headlineIsWhatHappened(String code, int status, String headline) throws Exception {
    OAuthException refusal =
        new OAuthException(
            new ErrorObject(code, null, status),
            "The reason",
            SpecificationReference.rfc(6749, "5"));
    String page = problem(refusal);
    assertThat(headline(page)).isEqualTo(headline);
    assertThat(page).contains("The reason", "You have not been signed in");
  }

  @Test
  void linkThatIsNoLongerValidIsNamedAndTheUserKnowsWhatToDo() throws Exception {
    String page = problem(ExpiredAuthorizationRequest.refusal());
    assertThat(headline(page))
        .isEqualTo("This sign-in is no longer valid: start again in the application");
    assertThat(page).doesNotContain("Bad Request", "Error 400");
  }

  private String consent(String origin, String person) {
    ConsentView view =
        new ConsentView(
            "Painter",
            origin,
            "",
            "app.example",
            false,
            List.of(new ConsentView.Permission("See lists", "mcp:read")),
            List.of("https://server.example/mcp"),
            person,
            "",
            "the provider",
            "request",
            "ticket");
    return pages.page(200, "consent.ftlh", "Consent", view).getBody();
  }

  @Test
  void approvalOfAnUnverifiedApplicationIsTheQuietButton() {
    for (String origin : List.of("REGISTERED", "DOCUMENT")) {
      assertThat(consent(origin, "alice"))
          .containsPattern("value=\"approve\" class=\"quiet\"")
          .containsPattern("value=\"deny\">");
    }
    assertThat(consent("CONFIGURED", "alice"))
        .containsPattern("value=\"approve\">")
        .containsPattern("value=\"deny\" class=\"quiet\"");
  }

  @Test
  void signedInUserIsNamed() {
    assertThat(consent("REGISTERED", "alice")).contains("You are signed in as", "alice");
    assertThat(consent("REGISTERED", "")).contains("You are not signed in");
  }
}
