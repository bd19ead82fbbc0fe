package io.everythingmcp.everything.resources;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Documentation pages. They are read at the start, so that no client-supplied name is used as a
 * path.
 */
final class BundledDocsTemplate implements ResourceTemplate, InstantFeature {
  static final String PREFIX = "docs://everything/";
  static final String TYPE = "text/markdown";

  private static final List<String> NAMES =
      List.of("welcome", "tools", "resources", "prompts", "protocol");

  private final Map<String, String> pages = new LinkedHashMap<>();
  private final McpSchema.ResourceTemplate definition =
      McpSchema.ResourceTemplate.builder(PREFIX + "{page}", "Documentation")
          .title("About this server")
          .description("Pages about this server: " + String.join(", ", NAMES))
          .mimeType(TYPE)
          .annotations(
              new McpSchema.Annotations(
                  List.of(McpSchema.Role.USER, McpSchema.Role.ASSISTANT), 0.8, null))
          .icons(SampleMedia.icon("\uD83D\uDCD6"))
          .meta(Map.of("io.everythingmcp/pages", NAMES))
          .build();

  BundledDocsTemplate() {
    NAMES.forEach(name -> pages.put(name, load(name)));
  }

  /** The pages one by one. */
  List<Resource> all() {
    return pages.entrySet().stream()
        .<Resource>map(page -> BundledDocsResource.of(page.getKey(), page.getValue()))
        .toList();
  }

  private static String load(String name) {
    String path = "/everything-docs/" + name + ".md";
    try (InputStream page = BundledDocsTemplate.class.getResourceAsStream(path)) {
      if (page == null) {
        throw new IllegalStateException(path + " is missing in the jar");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public McpSchema.ResourceTemplate definition() {
    return definition;
  }

  @Override
  public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
    String name = variables.get("page");
    String page = pages.get(name);
    return page == null ? ContentBlocks.resourceNotFound(uri) : read(uri, name, page);
  }

  /** Returns the result of reading a page. */
  static RequestOutcome read(String uri, String name, String page) {
    return ContentBlocks.resourceContents(
        new McpSchema.TextResourceContents(uri, TYPE, page, meta(name)));
  }

  /** Returns the metadata of a page. */
  static Map<String, Object> meta(String name) {
    return Map.of("io.everythingmcp/page", name);
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return argument.equals("page") ? Optional.of(NAMES) : Optional.empty();
  }
}
