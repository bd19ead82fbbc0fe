package io.everythingmcp.check.rule.stateless;

import io.everythingmcp.check.rule.RuleJudgement;
import java.util.Map;

/** How the rules of this package are judged, by their ids. */
public final class StatelessRules {
  private StatelessRules() {}

  public static Map<String, RuleJudgement> judgements() {
    return Map.ofEntries(
        Map.entry("sep-2575-client-populates-meta", EnvelopeMembers::meta),
        Map.entry("sep-2575-client-sends-client-info", EnvelopeMembers::clientInfo),
        Map.entry("sep-2575-http-version-header-matches-meta", EnvelopeMembers::versionHeader),
        Map.entry("sep-2243-client-includes-standard-headers", EnvelopeMembers::methodHeader),
        Map.entry("mcp-name-header", NameHeaders::name),
        Map.entry("header-value-encoding", NameHeaders::encoding),
        Map.entry("sep-2243-client-mirrors-designated-params", NameHeaders::parameters),
        Map.entry("sep-2243-client-reject-invalid-tool", NameHeaders::invalidTools),
        Map.entry("no-response-posted", EnvelopeMembers::noResponses),
        Map.entry("no-legacy-remains", EnvelopeMembers::noRemains),
        Map.entry("sep-2322-client-jsonrpc-id-different", InputRoundTripRules::newId),
        Map.entry("sep-2322-client-request-state-echoed", InputRoundTripRules::stateEchoed),
        Map.entry("input-responses-complete", InputRoundTripRules::complete),
        Map.entry("input-responses-no-surplus", InputRoundTripRules::noSurplus),
        Map.entry("sep-2322-client-parallel-isolation", InputRoundTripRules::isolated),
        Map.entry("retry-same-request", InputRoundTripRules::sameRequest),
        Map.entry("declared-kinds-answered", InputRoundTripRules::answered),
        Map.entry("input-response-shapes", InputRoundTripRules::shapes),
        Map.entry("listen-instead-of-polling", ChangeRules::listens),
        Map.entry("subscription-filter", ChangeRules::filter),
        Map.entry("cache-fresh", ChangeRules::fresh),
        Map.entry("cache-jitter", ChangeRules::jitter),
        Map.entry("cache-not-shared", ChangeRules::notShared),
        Map.entry("log-level-known", EnvelopeMembers::logLevel),
        Map.entry("sep-2575-client-retry-supported-version", RefusalRules::supportedVersion),
        Map.entry("list-after-header-mismatch", RefusalRules::listedAgain),
        Map.entry("era-remembered", RefusalRules::fewProbes),
        Map.entry("icon-without-credentials", TrapRules::icon),
        Map.entry("url-not-prefetched", TrapRules::elicitationUrl),
        Map.entry("sep-2106-no-network-ref-deref", TrapRules::reference),
        Map.entry("task-requests", TaskExtensionRules::declared),
        Map.entry("task-update-keys", TaskExtensionRules::outstanding),
        Map.entry("extension-prefix", EnvelopeMembers::extensionPrefix));
  }
}
