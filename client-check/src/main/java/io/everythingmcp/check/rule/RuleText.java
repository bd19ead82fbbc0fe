package io.everythingmcp.check.rule;

/**
 * What a rule demands, in words.
 *
 * @param id that of the official suite if it has the same check
 * @param rule its number in the table of rules; two checks may share one
 * @param since the first revision that has it
 * @param until the last one
 * @param spec the URL of the rule in the specification
 * @param advice how to correct a violation
 */
public record RuleText(
    String id,
    String rule,
    RuleLevel level,
    String title,
    String spec,
    String since,
    String until,
    String expected,
    String advice) {
  /** Whether a revision has it. */
  public boolean holdsFor(String revision) {
    return revision.compareTo(since) >= 0 && revision.compareTo(until) <= 0;
  }
}
