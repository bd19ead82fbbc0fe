package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;

/** Returns a sound between two texts. */
final class TinyAudioTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("getTinyAudio", SchemaBuilder.noArguments())
          .title("Tiny audio")
          .description("Returns a tenth of a second of the note A as a WAV file")
          .annotations(ToolHints.READ_ONLY)
          .icons(SampleMedia.icon("\u266A"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return RequestOutcome.content(
        ContentBlocks.text("This is a tiny sound:"),
        SampleMedia.audio(),
        ContentBlocks.text("The sound above is the note A, at 440 Hz."));
  }
}
