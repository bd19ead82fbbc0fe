package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonBodies;
import java.net.URI;
import java.util.List;

/** A16: the document that a client's URL names. */
public final class ClientDocumentRules {
  private ClientDocumentRules() {}

  /** A16. */
  public static void document(JournalView view, RuleObservations seen) {
    seen.unless("no client metadata document was used");
    for (RecordedExchange exchange : view.exchanges()) {
      if (exchange.endpoint() != EndpointKind.CLIENT_METADATA) {
        continue;
      }
      int status = exchange.response().status();
      if (status == 0 || status >= 500) {
        seen.note(exchange, "the document could not be fetched");
        continue;
      }
      String wrong = documentProblem(exchange);
      if (wrong == null) {
        seen.good(exchange);
      } else {
        seen.fail(exchange, wrong);
      }
    }
  }

  private static String documentProblem(RecordedExchange exchange) {
    String url = exchange.request().path();
    if (exchange.response().status() != 200) {
      return "the document has the status " + exchange.response().status();
    }
    JsonNode json = JsonBodies.parse(exchange.response().body().text());
    if (!json.isObject()) {
      return "the document is not a JSON object";
    }
    try {
      URI uri = URI.create(url);
      boolean loopback = List.of("localhost", "127.0.0.1").contains(String.valueOf(uri.getHost()));
      if (!"https".equals(uri.getScheme()) && !loopback) {
        return "client_id " + url + " is not https";
      }
      if (uri.getRawPath() == null || uri.getRawPath().length() < 2) {
        return "client_id " + url + " has no path";
      }
    } catch (IllegalArgumentException e) {
      return "client_id " + url + " is not a URL";
    }
    if (!json.path("client_id").asText("").equals(url)) {
      return "client_id in the document is " + json.path("client_id");
    }
    if (json.path("client_name").asText("").isEmpty()) {
      return "no client_name in the document";
    }
    return json.path("redirect_uris").isEmpty() ? "no redirect_uris in the document" : null;
  }
}
