package io.everythingmcp.everything.resources;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.support.ContentBlocks;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * One of a hundred resources that never change: a text where the number is odd, bytes where it is
 * even.
 */
public final class StaticResource implements Resource, InstantFeature {
  /** How many there are. */
  public static final int COUNT = 100;

  /** Common prefix of the URIs. */
  public static final String PREFIX = "test://static/resource/";

  private static final String WRITTEN = "2025-01-12T15:00:58Z";

  private final McpSchema.Resource definition;
  private final McpSchema.ResourceContents contents;

  /** The resource with a number from 1 to {@link #COUNT}. */
  public StaticResource(int number) {
    boolean text = number % 2 == 1;
    String name = "Resource " + number;
    String value = name + (text ? ": This is a plaintext resource" : ": This is a base64 blob");
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String type = text ? "text/plain" : "application/octet-stream";
    this.definition =
        McpSchema.Resource.builder(PREFIX + number, name)
            .title("Static resource " + number)
            .description(name + (text ? ": plaintext resource" : ": binary blob resource"))
            .mimeType(type)
            .size((long) bytes.length)
            .annotations(
                new McpSchema.Annotations(
                    List.of(McpSchema.Role.USER, McpSchema.Role.ASSISTANT), 0.5, WRITTEN))
            .build();
    this.contents =
        text
            ? ContentBlocks.textOf(definition.uri(), type, value)
            : ContentBlocks.blobOf(
                definition.uri(), type, Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public McpSchema.Resource definition() {
    return definition;
  }

  /** Returns the contents, for embedding. */
  public McpSchema.ResourceContents contents() {
    return contents;
  }

  @Override
  public RequestOutcome read(RequestContext call) {
    return ContentBlocks.resourceContents(contents);
  }
}
