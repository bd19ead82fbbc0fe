package io.everythingmcp.check.rule.message;

import io.everythingmcp.check.rule.RuleJudgement;
import java.util.Map;

/** How the rules of this package are judged, by their ids. */
public final class MessageRules {
  private MessageRules() {}

  public static Map<String, RuleJudgement> judgements() {
    SchemaConformity schemas = new SchemaConformity();
    return Map.ofEntries(
        Map.entry("json-rpc-message", MessageForm::oneObject),
        Map.entry("request-id-type", MessageForm::requestId),
        Map.entry("request-id-unique", RequestIds::uniqueInSession),
        Map.entry("request-id-outstanding", RequestIds::notOutstanding),
        Map.entry("notification-without-id", MessageForm::notificationId),
        Map.entry("no-batch", MessageForm::noArray),
        Map.entry("initialize-not-in-batch", MessageForm::initializeAlone),
        Map.entry("method-and-params-types", MessageForm::memberTypes),
        Map.entry("params-match-schema", schemas::parameters),
        Map.entry("method-exists", schemas::methods),
        Map.entry("progress-token-type", ProgressTokens::type),
        Map.entry("progress-token-unique", ProgressTokens::unique),
        Map.entry("meta-key-syntax", MetaKeys::syntax),
        Map.entry("trace-context-format", MetaKeys::traceContext),
        Map.entry("cursor-opaque", PageCursors::given),
        Map.entry("response-matches-request", ClientResponses::matches),
        Map.entry("one-response-per-request", ClientResponses::once),
        Map.entry("ping-answered", ClientResponses::ping),
        Map.entry("client-progress-increases", ProgressTokens::reported),
        Map.entry("cancel-own-request", CancelledRequests::own),
        Map.entry("request-timeout", CancelledRequests::givenUp),
        Map.entry("list-after-change", AnnouncedChanges::listsAgain),
        Map.entry("resource-read-after-update", AnnouncedChanges::readsAgain),
        Map.entry("pages-to-the-end", PagedLists::readToTheEnd));
  }
}
