package io.everythingmcp.server.web;

import freemarker.template.Configuration;
import io.dropwizard.views.common.ViewBundle;
import io.dropwizard.views.common.ViewRenderer;
import io.dropwizard.views.freemarker.FreemarkerViewRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Turns pages into HTML. Everything is escaped; a template that fails throws, where the default
 * would be to show its stack trace.
 *
 * @param <T> the configuration of the application
 */
public final class TemplateBundle<T> extends ViewBundle<T> {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "template_exception_handler", "rethrow",
          "log_template_exceptions", "false",
          "localized_lookup", "false",
          // Templates are cached for each language of a reader, and clients can request many.
          "cache_storage", "strong:50",
          "number_format", "computer");

  private final ViewRenderer renderer;

  public TemplateBundle() {
    this(new FreemarkerViewRenderer(Configuration.VERSION_2_3_34));
  }

  private TemplateBundle(ViewRenderer renderer) {
    super(List.of(renderer));
    this.renderer = renderer;
    renderer.configure(SETTINGS);
  }

  @Override
  public Map<String, Map<String, String>> getViewConfiguration(T configuration) {
    return Map.of(renderer.getConfigurationKey(), SETTINGS);
  }

  /** The bytes of a page, for where there is no JAX-RS. */
  public byte[] html(HtmlPage page) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      renderer.render(page, Locale.ENGLISH, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
