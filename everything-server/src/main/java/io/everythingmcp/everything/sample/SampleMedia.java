package io.everythingmcp.everything.sample;

import io.modelcontextprotocol.spec.McpSchema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A tiny image, a tiny sound, and icons that need no second request. */
public final class SampleMedia {
  /** A PNG of 20 by 20 pixels that shows a plug. */
  public static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAABQAAAAUAgMAAADw5/WeAAAACVBMVEUAAAAvXaj///89e0KhAAAAA3RSTlMA//9E"
          + "UNYhAAAAO0lEQVR42mNgAAPW0NDQAAZRIBkCIzNDM7GRYqtWrZqCQooCSaBs1qqVQDJs1VSQCZmh6CTITIgt"
          + "YAAAbV4gGA7USqMAAAAASUVORK5CYII=";

  /** A tenth of a second of the note A, as a WAV file. */
  public static final String WAV = Base64.getEncoder().encodeToString(ToneGenerator.sine(440, 100));

  private SampleMedia() {}

  /** The tiny image as a part of a result. */
  public static McpSchema.ImageContent image() {
    return new McpSchema.ImageContent(null, PNG, "image/png", null);
  }

  /** The tiny sound as a part of a result. */
  public static McpSchema.AudioContent audio() {
    return new McpSchema.AudioContent(null, WAV, "audio/wav", null);
  }

  /** The tiny image as an icon: a format every client that shows icons can show. */
  public static List<McpSchema.Icon> icon() {
    return List.of(
        new McpSchema.Icon("data:image/png;base64," + PNG, "image/png", List.of("20x20"), null));
  }

  /** An icon of one character, drawn by the client. */
  public static List<McpSchema.Icon> icon(String character) {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><text x=\"16\" y=\"25\" "
            + "font-size=\"26\" text-anchor=\"middle\">"
            + character
            + "</text></svg>";
    String base64 = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return List.of(
        new McpSchema.Icon(
            "data:image/svg+xml;base64," + base64, "image/svg+xml", List.of("any"), null));
  }
}
