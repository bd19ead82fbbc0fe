package io.everythingmcp.check.rule.lifecycle;

import io.everythingmcp.check.rule.RuleJudgement;
import java.util.Map;

/** How the rules of this package are judged, by their ids. */
public final class LifecycleRules {
  private LifecycleRules() {}

  public static Map<String, RuleJudgement> judgements() {
    return Map.ofEntries(
        Map.entry("initialize-first", SessionStart::initializeFirst),
        Map.entry("mcp-client-initialization", SessionStart::publishedVersion),
        Map.entry("initialized-once", SessionStart::initializedOnce),
        Map.entry("no-request-before-initialize-answer", SessionStart::waitsForResponse),
        Map.entry("no-request-before-initialized", SessionStart::initializedFirst),
        Map.entry("only-negotiated-features", NegotiatedFeatures::declaredByServer),
        Map.entry("declared-capability-answered", ServerToClientRequestRules::declaredServed),
        Map.entry("undeclared-capability-refused", ServerToClientRequestRules::undeclaredRefused),
        Map.entry("roots-are-files", ServerToClientRequestRules::roots),
        Map.entry("roots-list-changed-declared", NegotiatedFeatures::rootsChanges),
        Map.entry("elicitation-result-shape", ServerToClientRequestRules::elicitation),
        Map.entry("elicitation-content-fits", ServerToClientRequestRules::formContent),
        Map.entry("elicitation-mode-declared", NegotiatedFeatures::elicitationModes),
        Map.entry("sampling-result-shape", ServerToClientRequestRules::sampling),
        Map.entry("sampling-tool-use", ServerToClientRequestRules::samplingTools),
        Map.entry("task-parameter-allowed", CoreTasks::taskAllowed),
        Map.entry("task-poll-interval", CoreTasks::pollInterval),
        Map.entry("no-related-task-on-task-methods", CoreTasks::noRelatedTask),
        Map.entry("related-task-in-answers", ServerToClientRequestRules::relatedTask),
        Map.entry("unknown-elicitation-complete-ignored", CoreTasks::unknownElicitation),
        Map.entry("unknown-version-disconnect", SessionStart::leavesUnknownVersion),
        Map.entry("completion-reference", NegotiatedFeatures::completionReference),
        Map.entry("fields-of-the-revision", NegotiatedFeatures::newerFields));
  }
}
