package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.SpecRevision;

/** Address of a rule in the tested revision of the protocol. */
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
   * @param tested the tested revision; null without one
   * @return the section of that revision where it has one, otherwise the address unchanged
   */
  static String of(String rule, SpecRevision tested) {
    if (tested == null || !rule.startsWith(SpecificationLinks.R2025)) {
      return rule;
    }
    String section = rule.substring(SpecificationLinks.R2025.length());
    return tested.hasSessions()
        ? rule.replace(SpecificationLinks.R2025, SpecificationLinks.of(tested))
        : inStateless(section);
  }

  /** Revision 2026-07-28 has other pages for transports, lifecycle and some utilities. */
  private static String inStateless(String section) {
    if (section.startsWith(OTHER_TASKS)) {
      return SpecificationLinks.TASKS_EXTENSION + section.substring(OTHER_TASKS.length());
    }
    if (section.equals(OTHER_LIFECYCLE)) {
      return SpecificationLinks.DISCOVER + "discoverresult";
    }
    if (section.startsWith(OTHER_TRANSPORTS)) {
      return SpecificationLinks.STATELESS_HTTP
          + (section.endsWith("security-warning") ? "security-endpoint" : "sending-messages");
    }
    return section.startsWith(OTHER_UTILITIES)
        ? SpecificationLinks.R2026 + "basic/patterns/" + section.substring(OTHER_UTILITIES.length())
        : SpecificationLinks.R2026 + section;
  }
}
