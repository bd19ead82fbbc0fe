package io.everythingmcp.everything.resources;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;

/**
 * Documentation page that is listed in addition to its template.
 *
 * @param definition its definition
 * @param page its text
 */
record BundledDocsResource(McpSchema.Resource definition, String page)
    implements Resource, InstantFeature {

  /** A page under the template. */
  static BundledDocsResource of(String name, String page) {
    String heading = page.lines().findFirst().orElse(name).replaceFirst("^#+ *", "");
    return new BundledDocsResource(
        McpSchema.Resource.builder(BundledDocsTemplate.PREFIX + name, name)
            .title(heading)
            .description("A page about this server: " + heading)
            .mimeType(BundledDocsTemplate.TYPE)
            .size((long) page.getBytes(StandardCharsets.UTF_8).length)
            .icons(SampleMedia.icon("\uD83D\uDCD6"))
            .meta(BundledDocsTemplate.meta(name))
            .build(),
        page);
  }

  @Override
  public RequestOutcome read(RequestContext call) {
    return BundledDocsTemplate.read(definition.uri(), definition.name(), page);
  }
}
