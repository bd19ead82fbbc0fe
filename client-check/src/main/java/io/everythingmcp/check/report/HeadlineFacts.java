package io.everythingmcp.check.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.rule.RuleFinding;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonBodies;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Facts from which the headlines are created. */
record HeadlineFacts(JournalView view, List<RuleFinding> findings, ClientFacts client) {
  private static final Pattern ERROR = Pattern.compile("\\berror=\"([^\"]{1,120})\"");

  Optional<RuleFinding> broken(String id) {
    return findings.stream()
        .filter(finding -> finding.text().id().equals(id))
        .filter(finding -> finding.is(FindingStatus.FAILURE) || finding.is(FindingStatus.WARNING))
        .findFirst();
  }

  /** Returns when a message was last accepted: a success supersedes earlier errors. */
  long lastSuccess() {
    List<ClientMessage> messages = view.messages();
    for (int i = messages.size() - 1; i >= 0; i--) {
      ClientMessage message = messages.get(i);
      int status = message.exchange().response().status();
      if (message.accepted() && status >= 200 && status < 300) {
        return message.at();
      }
    }
    return 0;
  }

  /** Returns the last request that was not sent by a browser. */
  Optional<RecordedExchange> lastOfClient() {
    List<RecordedExchange> all = view.exchanges();
    for (int i = all.size() - 1; i >= 0; i--) {
      if (!all.get(i).endpoint().isPage() && all.get(i).endpoint() != EndpointKind.CANARY) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  Optional<RecordedProvocation> lastProvocation(String id) {
    return view.provocations(id).reduce((first, second) -> second);
  }

  long secondsSince(long at) {
    return Math.max(0, (view.now() - at) / 1000);
  }

  /** The reason of a refusal: the message of the error response if it has one. */
  static String reason(RecordedExchange exchange) {
    JsonNode body = JsonBodies.parse(exchange.response().body().text());
    for (String pointer :
        new String[] {"/error/message", "/error_description", "/error", "/message"}) {
      JsonNode text = body.at(pointer);
      if (text.isTextual() && !text.textValue().isBlank()) {
        String value = text.textValue();
        return value.length() > 120 ? value.substring(0, 120) + "…" : value;
      }
    }
    Matcher challenge =
        ERROR.matcher(exchange.response().headers().first("WWW-Authenticate").orElse(""));
    return challenge.find() ? challenge.group(1) : "status " + exchange.response().status();
  }
}
