package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.web.HtmlPage;
import io.everythingmcp.server.web.SiteInfo;
import io.everythingmcp.server.web.TemplateBundle;
import java.nio.charset.StandardCharsets;

/** Pages of the authorization server, in the clothes of the rest. Nobody may keep or frame them. */
public final class AuthorizationPages {
  /**
   * There is no {@code form-action}: browsers hold it against all redirects that follow a form, and
   * nobody can list those that a client makes later.
   *
   * @see <a href="https://www.w3.org/TR/CSP3/#directive-form-action">CSP, form-action</a>
   */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final SiteInfo site;
  private final TemplateBundle<?> templates;

  public AuthorizationPages(SiteInfo site, TemplateBundle<?> templates) {
    this.site = site;
    this.templates = templates;
  }

  /**
   * A page with a form.
   *
   * @param template its name
   * @param title what the window is called
   * @param model what it shows
   */
  public HTTPResponse page(int status, String template, String title, Object model) {
    HTTPResponse response = new HTTPResponse(status);
    response.setHeader("Content-Type", "text/html;charset=utf-8");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setBody(
        new String(
            templates.html(new HtmlPage(site, template, title, model)), StandardCharsets.UTF_8));
    return OAuthResponses.noStore(response);
  }

  /** Shows a person what is wrong, where nothing else can be done about it. */
  public HTTPResponse problem(ErrorObject error) {
    return problem(new OAuthException(error), SignInProblem.WayBack.NONE);
  }

  /** Shows a person what is wrong, and the way back to the application. */
  public HTTPResponse problem(OAuthException refusal, SignInProblem.WayBack back) {
    // There is nothing that a person could authenticate with to make up for an unknown client.
    int told = refusal.error().getHTTPStatusCode();
    int status = told < 400 || told == HTTPResponse.SC_UNAUTHORIZED ? 400 : told;
    SignInProblem problem = SignInProblem.of(refusal, back);
    return page(status, "signin-problem.ftlh", problem.headline(), problem);
  }

  /** An endpoint for people: what it refuses becomes a page. */
  public OAuthEndpoint forPeople(OAuthEndpoint endpoint) {
    return request -> {
      try {
        return endpoint.handle(request);
      } catch (OAuthException refusal) {
        return problem(refusal, SignInProblem.WayBack.NONE);
      }
    };
  }
}
