package io.everythingmcp.conformance.scenario;

/** How a check ended; the names are those of the official suite. */
public enum CheckStatus {
  SUCCESS,
  /** A violated MUST. */
  FAILURE,
  /** A violated SHOULD. */
  WARNING,
  /** It does not apply to this server; the reason is always given. */
  SKIPPED
}
