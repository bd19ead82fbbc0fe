package io.everythingmcp.server.observation.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Prometheus endpoint; supports the formats that Prometheus requests. */
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient PrometheusRegistry registry;
  private final transient ExpositionFormats formats = ExpositionFormats.init();

  public MetricsServlet(PrometheusRegistry registry) {
    this.registry = registry;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ExpositionFormatWriter writer = formats.findWriter(request.getHeader("Accept"));
    response.setContentType(writer.getContentType());
    writer.write(response.getOutputStream(), registry.scrape());
  }
}
