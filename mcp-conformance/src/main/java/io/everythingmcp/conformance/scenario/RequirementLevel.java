package io.everythingmcp.conformance.scenario;

/** How much a rule weighs. */
public enum RequirementLevel {
  /** Who breaks it does not conform: the check fails. */
  MUST,
  /** Who breaks it should have a reason: the check warns. */
  SHOULD
}
