package io.everythingmcp.server.edge;

/** What became of a body. */
public sealed interface BodyOutcome {

  /** All of it has come. */
  final class Whole implements BodyOutcome {
    private final byte[] bytes;

    Whole(byte[] bytes) {
      this.bytes = bytes;
    }

    /** It, not a copy. */
    public byte[] bytes() {
      return bytes;
    }
  }

  /**
   * It has not, and will not be read any further.
   *
   * @param status of the answer: 400, 408, 413 or 503
   * @param reason what was wrong, and which setting decides about it
   */
  record Incomplete(int status, String reason) implements BodyOutcome {}
}
