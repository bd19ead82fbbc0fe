package io.everythingmcp.server.auth.server.endpoint;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.web.ErrorPage;
import io.everythingmcp.server.web.Page;
import io.everythingmcp.server.web.Site;
import io.everythingmcp.server.web.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Pages of the authorization server, in the clothes of the rest. Nobody may keep or frame them. */
public final class Pages {
  private static final String END =
      ". Nobody was let in. Go back to the application that sent you here, and start again there.";

  private final Site site;
  private final Templates<?> templates;
  private final ErrorPage errors;

  public Pages(Site site, Templates<?> templates) {
    this.site = site;
    this.templates = templates;
    this.errors = new ErrorPage(site, templates);
  }

  /**
   * A page with a form.
   *
   * @param template its name
   * @param title what the window is called
   * @param model what it shows
   * @param formTargets where the form may lead, besides this server
   */
  public HTTPResponse page(
      int status, String template, String title, Object model, Set<String> formTargets) {
    byte[] html = templates.html(new Page(site, template, title, model));
    HTTPResponse response = html(status, html);
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self' "
            + String.join(" ", formTargets));
    return response;
  }

  /** Shows a person what is wrong, where nothing else can be done about it. */
  public HTTPResponse problem(ErrorObject error) {
    // There is nothing that a person could authenticate with to make up for an unknown client.
    int told = error.getHTTPStatusCode();
    int status = told < 400 || told == HTTPResponse.SC_UNAUTHORIZED ? 400 : told;
    String text = error.getDescription() == null ? error.getCode() : error.getDescription();
    return html(status, errors.html(status, text + END));
  }

  private static HTTPResponse html(int status, byte[] html) {
    HTTPResponse response = new HTTPResponse(status);
    response.setHeader("Content-Type", "text/html;charset=utf-8");
    response.setBody(new String(html, StandardCharsets.UTF_8));
    return Replies.noStore(response);
  }

  /** An endpoint for people: what it refuses becomes a page. */
  public Endpoint forPeople(Endpoint endpoint) {
    return request -> {
      try {
        return endpoint.answer(request);
      } catch (Refusal refusal) {
        return problem(refusal.error());
      }
    };
  }
}
