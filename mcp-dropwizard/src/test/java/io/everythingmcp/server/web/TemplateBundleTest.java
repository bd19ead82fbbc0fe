package io.everythingmcp.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.core.Configuration;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateBundleTest {
  private static final SiteInfo SITE =
      new SiteInfo("https://server.example/mcp-server", "A & B <c>");

  private final TemplateBundle<Configuration> templates = new TemplateBundle<>();

  private String html(Object model) {
    HtmlPage page = new HtmlPage(SITE, "error.ftlh", "<title>", model);
    return new String(templates.html(page), StandardCharsets.UTF_8);
  }

  @Test
  void valuesAreEscaped() {
    assertThat(html(new ErrorPage.Problem(400, "<b>", "\"><script>alert(1)</script>")))
        .contains("&lt;b&gt;", "&quot;&gt;&lt;script&gt;", "A &amp; B &lt;c&gt;", "&lt;title&gt;")
        .doesNotContain("<b>", "<script", "<c>");
  }

  @Test
  void sharedHostCookieIsLimitedToItsPath() {
    assertThat(html(new ErrorPage.Problem(404, "Not Found", "")))
        .contains("href=\"/mcp-server/style.css\"", "src=\"/mcp-server/logo.svg\"")
        .doesNotContain("\"/style.css");
  }

  @Test
  void failingTemplateThrowsWithoutOutput() {
    assertThatThrownBy(() -> html("not what this template shows"))
        .isInstanceOf(UncheckedIOException.class);
  }
}
