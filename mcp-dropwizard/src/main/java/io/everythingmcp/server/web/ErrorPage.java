package io.everythingmcp.server.web;

import org.eclipse.jetty.http.HttpStatus;

/** The page that says what went wrong, to a person. */
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

  /** Whether a person is reading: browsers, and only they, ask for HTML by name. */
  static boolean wanted(String accept) {
    return accept != null && accept.contains("text/html");
  }

  /**
   * The page.
   *
   * @param detail what was said about the error; may say no more than the status does
   */
  public byte[] html(int status, String detail) {
    String reason = HttpStatus.getMessage(status);
    String message = detail == null || detail.startsWith("HTTP ") ? usual(status) : detail;
    Problem problem = new Problem(status, reason, message);
    return templates.html(new HtmlPage(site, "error.ftlh", status + " " + reason, problem));
  }

  private static String usual(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address cannot be used in this way.";
      case 406 -> "What is at this address is not a page.";
      case 431 -> "The browser sent more than this server reads. Deleting its cookies may help.";
      default ->
          status < 500
              ? "This server did not understand what it was asked."
              : "Internal server error. The log of the server knows more.";
    };
  }
}
