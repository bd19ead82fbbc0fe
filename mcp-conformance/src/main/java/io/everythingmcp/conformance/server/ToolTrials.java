package io.everythingmcp.conformance.server;

/** Which tools of a server are called to find out how they behave. */
public enum ToolTrials {
  /** None. */
  NONE,
  /** All that do not declare {@code destructiveHint}. */
  NOT_DESTRUCTIVE,
  /** All: for a server whose data may be lost. */
  ALL
}
