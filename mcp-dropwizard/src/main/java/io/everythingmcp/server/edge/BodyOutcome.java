package io.everythingmcp.server.edge;

/** Outcome of reading a body. */
public sealed interface BodyOutcome {

  /** The body is complete. */
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
   * The body is incomplete, and will not be read further.
   *
   * @param status of the response: 400, 408, 413 or 503
   * @param reason what was wrong, and which setting applies
   */
  record Incomplete(int status, String reason) implements BodyOutcome {}
}
