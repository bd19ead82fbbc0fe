package io.everythingmcp.check.rule.stateless;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.InputRoundTrips;
import io.everythingmcp.check.view.JournalView;
import java.util.List;
import java.util.stream.Stream;

/** M27 to M29: URLs of the run that should be fetched in one way, or not at all. */
public final class TrapRules {
  private static final long SOON = 2_000;

  private TrapRules() {}

  private static Stream<RecordedExchange> fetched(JournalView view, String what) {
    return view.exchanges().stream()
        .filter(exchange -> exchange.endpoint() == EndpointKind.CANARY)
        .filter(
            exchange ->
                what.equals(exchange.fault())
                    || exchange.request().bare().contains("/" + what + "/"));
  }

  /** M27. */
  public static void icon(JournalView view, RuleObservations seen) {
    seen.unless("no icon was fetched");
    fetched(view, "icon")
        .forEach(
            exchange -> {
              HeaderList headers = exchange.request().headers();
              boolean browser = headers.first("Sec-Fetch-Dest").filter("image"::equals).isPresent();
              if (headers.has("Authorization") || (headers.has("Cookie") && !browser)) {
                seen.fail(
                    exchange, headers.has("Authorization") ? "with Authorization" : "with Cookie");
              } else {
                seen.good(exchange);
              }
            });
  }

  /** M28. */
  public static void elicitationUrl(JournalView view, RuleObservations seen) {
    seen.unless("no URL of an elicitation was opened");
    List<Long> asked =
        Stream.concat(
                view.serverRequests()
                    .filter(request -> request.method().equals("elicitation/create"))
                    .map(request -> request.at()),
                view.modernRequests()
                    .filter(message -> InputRoundTrips.isAsked(message))
                    .map(ClientMessage::responseAt))
            .sorted()
            .toList();
    fetched(view, "elicitation")
        .forEach(
            exchange -> {
              long at = exchange.request().arrivedAt();
              boolean soon = asked.stream().anyMatch(time -> time <= at && at - time < SOON);
              HeaderList headers = exchange.request().headers();
              boolean page =
                  headers.first("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
                      || headers.first("Accept").orElse("").contains("text/html");
              String agent = headers.first("User-Agent").orElse("a client without User-Agent");
              if (page) {
                seen.good(exchange);
              } else if (soon) {
                seen.fail(exchange, "fetched by " + agent + " within 2 seconds");
              } else {
                seen.note(exchange, "fetched by " + agent + ", perhaps as a preview");
              }
            });
  }

  /** M29. */
  public static void reference(JournalView view, RuleObservations seen) {
    seen.unless("no schema with a network reference was listed");
    fetched(view, "schema")
        .forEach(
            exchange ->
                seen.fail(
                    exchange,
                    "fetched by "
                        + exchange
                            .request()
                            .headers()
                            .first("User-Agent")
                            .orElse("a client without User-Agent")));
    view.requests()
        .filter(message -> message.is("tools/list") && hasReference(message))
        .forEach(seen::good);
  }

  private static boolean hasReference(ClientMessage message) {
    return message.result().findValuesAsText("$ref").stream()
        .anyMatch(reference -> reference.startsWith("http"));
  }
}
