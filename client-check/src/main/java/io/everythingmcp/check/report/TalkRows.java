package io.everythingmcp.check.report;

import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.StreamEnd;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.ServerRequest;
import java.util.List;
import java.util.Optional;

/** Rows 20 to 24 of the table of headlines: pending or failed operations of a session. */
final class TalkRows {
  private static final long STEP = 60_000;

  private TalkRows() {}

  static Optional<String> of(HeadlineFacts facts) {
    return deadSession(facts)
        .or(() -> doubleRefresh(facts))
        .or(() -> openRequest(facts))
        .or(() -> call(facts))
        .or(() -> step(facts));
  }

  private static Optional<String> deadSession(HeadlineFacts facts) {
    return facts
        .broken("initialize-after-404")
        .map(
            finding ->
                "The client kept using a session after it got 404 "
                    + (finding.violations() == 1 ? "once" : finding.violations() + " times")
                    + "; it should have sent initialize without a session id.");
  }

  private static Optional<String> doubleRefresh(HeadlineFacts facts) {
    return facts
        .broken("refresh-token-once")
        .filter(finding -> finding.received().startsWith("both at once"))
        .map(
            finding ->
                "Two calls were rejected at once and both refreshed with the same token;"
                    + " that ended the login.");
  }

  private static Optional<String> openRequest(HeadlineFacts facts) {
    if (facts.view().finished()) {
      return Optional.empty();
    }
    return facts
        .view()
        .serverRequests()
        .filter(one -> one.responses().isEmpty() && !one.cancelled())
        .filter(one -> one.session().deletedBy() == null && one.session().lostBy() == null)
        .reduce((first, second) -> second)
        .map(one -> asked(facts, one));
  }

  private static String asked(HeadlineFacts facts, ServerRequest request) {
    return "The server requested "
        + request.method()
        + " "
        + facts.secondsSince(request.at())
        + " seconds ago on the stream of #"
        + request.n()
        + ", and your client has not responded."
        + (request.method().equals("elicitation/create")
            ? " It may be waiting for your input."
            : "");
  }

  private static Optional<String> call(HeadlineFacts facts) {
    List<ClientMessage> messages = facts.view().messages();
    if (facts.view().finished() || messages.isEmpty()) {
      return Optional.empty();
    }
    ClientMessage last = messages.get(messages.size() - 1);
    boolean running =
        last.is("tools/call")
            && (last.accepted() || last.withoutResponse())
            && !last.hasResponse()
            && last.exchange().response().end() == StreamEnd.OPEN;
    return running
        ? Optional.of(
            last.params().path("name").asText("A tool")
                + " is running, "
                + facts.secondsSince(last.at())
                + " seconds so far.")
        : Optional.empty();
  }

  private static Optional<String> step(HeadlineFacts facts) {
    RecordedProvocation step = facts.lastProvocation("step").orElse(null);
    if (step == null
        || facts.view().finished()
        || facts.view().now() - step.at() < STEP
        || step.details().path("text").asText("").isEmpty()) {
      return Optional.empty();
    }
    RecordedExchange last = facts.view().exchanges().get(facts.view().exchanges().size() - 1);
    return Optional.of(
        "Step %d is next: %s Last request %d seconds ago."
            .formatted(
                step.details().path("k").asInt(),
                step.details().path("text").asText(),
                facts.secondsSince(last.at())));
  }
}
