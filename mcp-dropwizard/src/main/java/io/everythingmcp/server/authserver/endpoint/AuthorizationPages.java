package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.web.HtmlPage;
import io.everythingmcp.server.web.SiteInfo;
import io.everythingmcp.server.web.TemplateBundle;
import java.nio.charset.StandardCharsets;

/** Pages of the authorization server in the common layout. They must not be cached or framed. */
public final class AuthorizationPages {
  /**
   * There is no {@code form-action}: browsers apply it to all redirects that follow a form, and the
   * redirects of clients cannot be listed.
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

  /** Shows an error page. */
  public HTTPResponse problem(ErrorObject error) {
    return problem(new OAuthException(error));
  }

  private HTTPResponse problem(OAuthException refusal) {
    // A user cannot authenticate for an unknown client.
    int given = refusal.error().getHTTPStatusCode();
    int status = given < 400 || given == HTTPResponse.SC_UNAUTHORIZED ? 400 : given;
    SignInProblem problem = SignInProblem.of(refusal);
    return page(status, "signin-problem.ftlh", problem.headline(), problem);
  }

  /** Returns an endpoint for users: errors become pages. */
  public OAuthEndpoint forUsers(OAuthEndpoint endpoint) {
    return request -> {
      try {
        return endpoint.handle(request);
      } catch (OAuthException refusal) {
        return problem(refusal);
      }
    };
  }
}
