package io.everythingmcp.check.journal;

/**
 * A body as it was on the wire.
 *
 * @param text the body, at most {@link #KEPT} characters of it; empty if it was dropped later
 * @param length the number of bytes on the wire
 * @param problem the error in the bytes and its offset, such as an encoding that is not UTF-8; null
 *     without one
 * @param dropped whether the text was removed because the run holds too many bodies
 */
public record RecordedBody(String text, long length, String problem, boolean dropped) {
  /** A longer body is stored as JSON with long values shortened, or truncated if it is not JSON. */
  public static final int KEPT = 64 * 1024;

  public static final RecordedBody EMPTY = new RecordedBody("", 0, null, false);

  /** Creates a body; {@code length} is larger than the number of bytes if the rest was not read. */
  public static RecordedBody of(byte[] bytes, long length) {
    return BodyReader.read(bytes, length);
  }

  public static RecordedBody of(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return BodyReader.read(bytes, bytes.length);
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** Returns this body without its text; the facts about its bytes remain. */
  public RecordedBody drop() {
    return new RecordedBody("", length, problem, true);
  }
}
