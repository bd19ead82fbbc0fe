package io.everythingmcp.check.rule;

/** What became of a rule in a run. */
public enum FindingStatus {
  /** It was kept wherever it applied. */
  SUCCESS,
  /** Something that must be was not. */
  FAILURE,
  /** Something that should be was not. */
  WARNING,
  /** Something worth knowing that is neither right nor wrong. */
  INFO,
  /** It did not apply, or nothing was seen that it applies to. */
  SKIPPED
}
