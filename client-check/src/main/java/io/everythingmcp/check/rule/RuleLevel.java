package io.everythingmcp.check.rule;

/** How much the specification demands it. */
public enum RuleLevel {
  MUST,
  SHOULD,
  INFO
}
