package io.everythingmcp.everything.resources;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.everything.sample.Media;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;

/**
 * A page about this server, so that people find it in the list and not only by its template.
 *
 * @param definition what it is called
 * @param page what is on it
 */
record DocsResource(McpSchema.Resource definition, String page)
    implements Resource, InstantFeature {

  /** A page under the template. */
  static DocsResource of(String name, String page) {
    String heading = page.lines().findFirst().orElse(name).replaceFirst("^#+ *", "");
    return new DocsResource(
        McpSchema.Resource.builder(DocsTemplate.PREFIX + name, name)
            .title(heading)
            .description("A page about this server: " + heading)
            .mimeType(DocsTemplate.TYPE)
            .size((long) page.getBytes(StandardCharsets.UTF_8).length)
            .icons(Media.icon("\uD83D\uDCD6"))
            .meta(DocsTemplate.meta(name))
            .build(),
        page);
  }

  @Override
  public RequestOutcome read(RequestContext call) {
    return DocsTemplate.read(definition.uri(), definition.name(), page);
  }
}
