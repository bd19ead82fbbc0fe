package io.everythingmcp.conformance.server;

/** Which tools of a server are called to find out how they behave. */
public enum ToolTrials {
  /** None. */
  NONE,
  /**
   * Those with {@code readOnlyHint}, or with {@code destructiveHint} false; its default is true.
   */
  NOT_DESTRUCTIVE,
  /** All: for a server whose data may be lost. */
  ALL
}
