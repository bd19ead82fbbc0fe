package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.talk.Revision;

/** Where a rule is written in the revision of the protocol that was spoken. */
final class RuleLink {
  private static final String OTHER_TRANSPORTS = "basic/transports#";
  private static final String OTHER_UTILITIES = "basic/utilities/";
  private static final String OTHER_LIFECYCLE = "basic/lifecycle#capability-negotiation";
  private static final String OTHER_TASKS = "basic/utilities/tasks#";

  private RuleLink() {}

  /**
   * The address of a rule.
   *
   * @param rule the address that the scenario names
   * @param spoken the revision that was spoken; null if none was
   * @return the section of that revision where it has one, otherwise the address unchanged
   */
  static String of(String rule, Revision spoken) {
    if (spoken == null || !rule.startsWith(Spec.R2025)) {
      return rule;
    }
    String section = rule.substring(Spec.R2025.length());
    return spoken.hasSessions() ? rule.replace(Spec.R2025, Spec.of(spoken)) : inStateless(section);
  }

  /** Revision 2026-07-28 has other pages for transports, lifecycle and some utilities. */
  private static String inStateless(String section) {
    if (section.startsWith(OTHER_TASKS)) {
      return Spec.TASKS_EXTENSION + section.substring(OTHER_TASKS.length());
    }
    if (section.equals(OTHER_LIFECYCLE)) {
      return Spec.DISCOVER + "discoverresult";
    }
    if (section.startsWith(OTHER_TRANSPORTS)) {
      return Spec.STATELESS_HTTP
          + (section.endsWith("security-warning") ? "security-endpoint" : "sending-messages");
    }
    return section.startsWith(OTHER_UTILITIES)
        ? Spec.R2026 + "basic/patterns/" + section.substring(OTHER_UTILITIES.length())
        : Spec.R2026 + section;
  }
}
