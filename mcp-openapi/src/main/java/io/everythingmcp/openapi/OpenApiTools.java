package io.everythingmcp.openapi;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.openapi.document.DocumentSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Tools from the operations of an OpenAPI document of version 3.0 or 3.1. Immutable.
 *
 * <pre>{@code
 * FeatureCatalog catalog =
 *     OpenApiTools.from(Path.of("orders.yaml"))
 *         .credential("api_key", context -> key)
 *         .build()
 *         .catalog();
 * }</pre>
 */
public final class OpenApiTools {
  private final List<Tool> tools;
  private final List<String> refusals;

  OpenApiTools(List<Tool> tools, List<String> refusals) {
    this.tools = List.copyOf(tools);
    this.refusals = List.copyOf(refusals);
  }

  /**
   * Starts an import from a file in JSON or YAML.
   *
   * @param document the file; it is read by {@link OpenApiToolsBuilder#build}
   * @return the builder
   */
  public static OpenApiToolsBuilder from(Path document) {
    return new OpenApiToolsBuilder(DocumentSource.file(document));
  }

  /**
   * Starts an import from a URL.
   *
   * @param document URL with the scheme http, https or file; it is read by {@link
   *     OpenApiToolsBuilder#build}, at most 32 MiB
   * @return the builder
   * @throws IllegalArgumentException for another scheme
   */
  public static OpenApiToolsBuilder from(URI document) {
    return new OpenApiToolsBuilder(DocumentSource.url(document));
  }

  /**
   * Starts an import from a text.
   *
   * @param document the document in JSON or YAML
   * @return the builder
   */
  public static OpenApiToolsBuilder from(String document) {
    return new OpenApiToolsBuilder(DocumentSource.text(document));
  }

  /**
   * Returns the tools.
   *
   * @return one for each imported operation, in the order of the document
   */
  public List<Tool> tools() {
    return tools;
  }

  /**
   * Returns a catalog with the tools, to which other features can be added.
   *
   * @return the catalog
   */
  public FeatureCatalog catalog() {
    return FeatureCatalog.of(tools.toArray(Tool[]::new));
  }

  /**
   * Returns what was left out because of {@link OpenApiToolsBuilder#leaveOutUnsupported}.
   *
   * @return one line for each operation that is not supported, and for each error of the document:
   *     the document, a JSON pointer, what was wrong and what was expected
   */
  public List<String> refusals() {
    return refusals;
  }
}
