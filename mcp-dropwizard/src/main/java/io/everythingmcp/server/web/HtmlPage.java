package io.everythingmcp.server.web;

import io.dropwizard.views.common.View;
import java.nio.charset.StandardCharsets;

/** An HTML page: a template, and what it shows. */
public final class HtmlPage extends View {
  private final SiteInfo site;
  private final String title;
  private final Object model;

  /**
   * Creates a page.
   *
   * @param template the name of a file in this package
   * @param title title of the window
   * @param model model of the template; a public record
   */
  public HtmlPage(SiteInfo site, String template, String title, Object model) {
    // Without a charset the template would be read in one that fits the language of the reader.
    super(template, StandardCharsets.UTF_8);
    this.site = site;
    this.title = title;
    this.model = model;
  }

  public SiteInfo getSite() {
    return site;
  }

  public String getTitle() {
    return title;
  }

  public Object getModel() {
    return model;
  }
}
