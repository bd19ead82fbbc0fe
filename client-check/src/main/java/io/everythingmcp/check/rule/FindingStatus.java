package io.everythingmcp.check.rule;

/** Status of a rule in a run. */
public enum FindingStatus {
  /** It was kept wherever it applied. */
  SUCCESS,
  /** Something that must be was not. */
  FAILURE,
  /** Something that should be was not. */
  WARNING,
  /** Information that is neither a pass nor a failure. */
  INFO,
  /** The rule did not apply, or there was no exchange to which it applies. */
  SKIPPED
}
