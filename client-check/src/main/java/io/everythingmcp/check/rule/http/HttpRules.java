package io.everythingmcp.check.rule.http;

import io.everythingmcp.check.rule.RuleJudgement;
import java.util.Map;

/** How the rules of this package are judged, by their ids. */
public final class HttpRules {
  private HttpRules() {}

  public static Map<String, RuleJudgement> judgements() {
    return Map.ofEntries(
        Map.entry("accept-both-types", ClientRequestHeaders::acceptOfPost),
        Map.entry("accept-event-stream", ClientRequestHeaders::acceptOfGet),
        Map.entry("content-type-json", ClientRequestHeaders::contentType),
        Map.entry("session-id-echoed", SessionIdRules::echoed),
        Map.entry("version-header-sent", ClientRequestHeaders::versionSent),
        Map.entry("version-header-negotiated", ClientRequestHeaders::versionNegotiated),
        Map.entry("initialize-without-session-id", SessionIdRules::noneOnInitialize),
        Map.entry("initialize-after-404", SessionIdRules::begunAgain),
        Map.entry("delete-at-the-end", SessionIdRules::deleted),
        Map.entry("client-sse-last-event-id", LostStreams::resumed),
        Map.entry("client-sse-retry-timing", LostStreams::retryKept),
        Map.entry("client-sse-graceful-reconnect", LostStreams::polled),
        Map.entry("cancel-by-notification", LostStreams::cancelledByNotification),
        Map.entry("one-message-per-post", TransportChoice::oneMessage),
        Map.entry("json-and-stream-accepted", TransportChoice::bothForms),
        Map.entry("get-stream-observed", LostStreams::observed),
        Map.entry("endpoint-event-used", TransportChoice::endpointUsed),
        Map.entry("post-before-get", TransportChoice::newTransportFirst),
        Map.entry("version-header-on-metadata", ClientRequestHeaders::versionOnMetadata),
        Map.entry("accept-both-types-modern", ClientRequestHeaders::acceptOfModernPost),
        Map.entry("retry-after-kept", RetryDelays::kept));
  }
}
