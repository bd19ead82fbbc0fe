package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;

/** Returns a sound between two texts. */
final class TinyAudioTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("getTinyAudio", Schemas.noArguments())
          .title("Tiny audio")
          .description("Returns a tenth of a second of the note A as a WAV file")
          .annotations(Hints.READS)
          .icons(Media.icon("\u266A"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return Outcome.content(
        Contents.text("This is a tiny sound:"),
        Media.audio(),
        Contents.text("The sound above is the note A, at 440 Hz."));
  }
}
