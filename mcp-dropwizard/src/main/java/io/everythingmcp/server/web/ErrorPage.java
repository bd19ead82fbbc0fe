package io.everythingmcp.server.web;

import org.eclipse.jetty.http.HttpStatus;

/** Error page for users. */
public final class ErrorPage {
  private final SiteInfo site;
  private final TemplateBundle<?> templates;

  public ErrorPage(SiteInfo site, TemplateBundle<?> templates) {
    this.site = site;
    this.templates = templates;
  }

  /**
   * What the page shows.
   *
   * @param status the HTTP status
   * @param reason its name
   * @param message what to do about it
   */
  public record Problem(int status, String reason, String message) {}

  /** Returns whether the client is a browser: only browsers request HTML explicitly. */
  static boolean wanted(String accept) {
    return accept != null && accept.contains("text/html");
  }

  /**
   * Renders the page.
   *
   * @param detail description of the error; may add nothing to the status
   */
  public byte[] html(int status, String detail) {
    String reason = HttpStatus.getMessage(status);
    String message = detail == null || detail.startsWith("HTTP ") ? defaultMessage(status) : detail;
    Problem problem = new Problem(status, reason, message);
    return templates.html(new HtmlPage(site, "error.ftlh", status + " " + reason, problem));
  }

  private static String defaultMessage(int status) {
    return switch (status) {
      case 404 -> "Page not found.";
      case 405 -> "Method not allowed.";
      case 406 -> "This path is not a page.";
      case 431 -> "The request is too large. Deleting the cookies of this site may help.";
      default ->
          status < 500
              ? "The server could not parse the request."
              : "Internal server error. See the server log.";
    };
  }
}
