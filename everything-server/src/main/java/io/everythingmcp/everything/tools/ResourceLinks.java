package io.everythingmcp.everything.tools;

import io.modelcontextprotocol.spec.McpSchema;

/** Makes links to resources. */
final class ResourceLinks {
  private ResourceLinks() {}

  /** A link with the metadata that the list of resources has. */
  static McpSchema.ResourceLink to(McpSchema.Resource resource) {
    return new McpSchema.ResourceLink(
        resource.name(),
        resource.title(),
        resource.uri(),
        resource.description(),
        resource.mimeType(),
        resource.size(),
        resource.annotations(),
        null);
  }
}
