package io.everythingmcp.check.report;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.view.ClientMessage;
import java.util.List;
import java.util.Optional;

/** The first rows of the table of headlines: whether a client has sent MCP messages. */
final class ArrivalRows {
  private static final long SOON = 5_000;

  private ArrivalRows() {}

  static Optional<String> of(HeadlineFacts facts) {
    Optional<String> missing = missing(facts);
    List<RecordedExchange> all = facts.view().exchanges();
    if (missing.isPresent()) {
      return missing;
    }
    if (all.isEmpty()) {
      return Optional.of("Nothing has arrived yet. Put the URL into your client and connect.");
    }
    return browser(all)
        .or(() -> foreign(all))
        .or(() -> limit(facts))
        .or(() -> unheard(facts))
        .or(() -> oldClient(facts))
        .or(() -> probe(facts));
  }

  private static Optional<String> missing(HeadlineFacts facts) {
    return facts
        .view()
        .provocations(RecordedProvocation.MISSING)
        .map(RecordedProvocation::n)
        .min(Integer::compare)
        .map(
            n ->
                "Exchanges are missing from #"
                    + n
                    + " on, because they could not be stored; only those before are evaluated."
                    + " This is not an error of the client.");
  }

  private static Optional<String> browser(List<RecordedExchange> all) {
    RecordedExchange preflight = null;
    for (RecordedExchange exchange : all) {
      boolean options = exchange.request().method().equals("OPTIONS");
      boolean page =
          exchange.request().method().equals("GET")
              && exchange.request().headers().first("Accept").orElse("").contains("text/html");
      if (!options && !page && !exchange.endpoint().isPage()) {
        return Optional.empty();
      }
      preflight = options ? exchange : preflight;
    }
    String headers =
        preflight == null
            ? ""
            : " (Preflight for "
                + preflight
                    .request()
                    .headers()
                    .first("Access-Control-Request-Headers")
                    .orElse("no headers")
                + " got a response; no request followed.)";
    return Optional.of("Requests of a browser were received, none of an MCP client yet." + headers);
  }

  private static Optional<String> foreign(List<RecordedExchange> all) {
    String origin = null;
    for (RecordedExchange exchange : all) {
      if (exchange.response().status() != 403
          || exchange.response().headers().has("WWW-Authenticate")) {
        return Optional.empty();
      }
      origin =
          exchange
              .request()
              .headers()
              .first("Origin")
              .or(() -> exchange.request().headers().first("Host"))
              .orElse("elsewhere");
    }
    return Optional.of("Every request was rejected because of its origin: " + origin + ".");
  }

  private static Optional<String> limit(HeadlineFacts facts) {
    return facts
        .lastProvocation(RecordedProvocation.LIMIT)
        .map(
            one ->
                "The run stopped recording at "
                    + one.details().path("limit").asText("its limit")
                    + "; this is not an error of the client.");
  }

  private static Optional<String> unheard(HeadlineFacts facts) {
    RecordedExchange last = null;
    for (RecordedExchange exchange : facts.view().exchanges()) {
      if (exchange.endpoint().takesMessages() && exchange.request().method().equals("POST")) {
        int status = exchange.response().status();
        if (status < 400 || status == 401 || status == 403 || status == 404) {
          return Optional.empty();
        }
        last = exchange;
      }
    }
    boolean handled = facts.view().messages().stream().anyMatch(ClientMessage::accepted);
    return last == null || handled
        ? Optional.empty()
        : Optional.of(
            "Every message of your client was rejected: "
                + HeadlineFacts.reason(last)
                + " (#"
                + last.n()
                + ").");
  }

  private static Optional<String> oldClient(HeadlineFacts facts) {
    boolean only =
        facts.view().snapshot().facts().preset().equals("modern-only")
            && !facts.view().messages().isEmpty()
            && facts.view().messages().stream().allMatch(message -> message.is("initialize"));
    return only
        ? Optional.of(
            "Your client began with initialize; this server supports only 2026-07-28 and rejected"
                + " it. For a client of 2025-11-25 that is the expected result.")
        : Optional.empty();
  }

  private static Optional<String> probe(HeadlineFacts facts) {
    List<ClientMessage> messages = facts.view().messages();
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    ClientMessage last = messages.get(messages.size() - 1);
    int status = last.exchange().response().status();
    boolean refused = last.modern() && status >= 400 && status != 401 && status != 403;
    boolean answered = messages.stream().anyMatch(message -> message.result().isObject());
    boolean quiet =
        facts.lastOfClient().filter(exchange -> exchange.n() == last.n()).isPresent()
            && last.exchange().endpoint() == EndpointKind.MCP
            && (facts.view().finished() || facts.view().now() - last.at() > SOON);
    return refused && !answered && quiet
        ? Optional.of(
            "Your client requested 2026-07-28, was rejected (#"
                + last.n()
                + "), and did not fall back to initialize.")
        : Optional.empty();
  }
}
