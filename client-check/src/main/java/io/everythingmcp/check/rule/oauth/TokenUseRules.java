package io.everythingmcp.check.rule.oauth;

import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RedactedValue;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView.AccessToken;
import io.everythingmcp.check.view.AuthorizationView.TokenUse;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.FormParameters;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.SenderView;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A01, A02, A18: access tokens in requests. */
public final class TokenUseRules {
  private TokenUseRules() {}

  /** A01. */
  public static void always(JournalView view, RuleObservations seen) {
    seen.unless("the client had no token");
    Map<Integer, TokenUse> uses = new HashMap<>();
    view.login().uses().forEach(use -> uses.put(use.exchange().n(), use));
    for (SessionView session : view.sessions()) {
      always(view, session.exchanges(), uses, false, seen);
    }
    for (SenderView sender : view.senders()) {
      always(
          view, sender.messages().stream().map(ClientMessage::exchange).toList(), uses, true, seen);
    }
  }

  /**
   * Judges requests of one client by the token that it sent last.
   *
   * @param doubt whether another process may be among them, so that only requests on a connection
   *     that carried the token are judged
   */
  private static void always(
      JournalView view,
      List<RecordedExchange> exchanges,
      Map<Integer, TokenUse> uses,
      boolean doubt,
      RuleObservations seen) {
    Set<String> connections = new HashSet<>();
    AccessToken last = null;
    for (RecordedExchange exchange : exchanges) {
      TokenUse use = uses.get(exchange.n());
      if (use == null) {
        continue;
      }
      if (!use.token().isEmpty()) {
        last = view.login().tokens().getOrDefault(use.token(), last);
        connections.add(exchange.request().connection());
        seen.good(exchange);
        continue;
      }
      if (doubt && !connections.contains(exchange.request().connection())) {
        continue;
      }
      boolean live = last != null && last.from() < exchange.at() && exchange.at() < last.until();
      boolean startsLogin = exchange.request().body().text().contains("\"server/discover\"");
      boolean ends = exchange.request().method().equals("DELETE");
      if (live && !startsLogin && !ends) {
        seen.fail(
            exchange,
            exchange.request().method() + " without Authorization, the token is live",
            last.request().n());
      }
    }
  }

  /** A02. */
  public static void notInQuery(JournalView view, RuleObservations seen) {
    seen.unless("the client had no token");
    for (RecordedExchange exchange : view.exchanges()) {
      String query = exchange.request().query();
      boolean token = exchange.request().headers().has("Authorization");
      if (query.isEmpty()) {
        if (token) {
          seen.good(exchange);
        }
        continue;
      }
      FormParameters parameters = FormParameters.parse(query);
      boolean found =
          parameters.has("access_token")
              || parameters.values().values().stream()
                  .flatMap(List::stream)
                  .anyMatch(view.login().tokens()::containsKey);
      if (found && (exchange.endpoint().takesMessages() || !exchange.endpoint().isPage())) {
        seen.fail(exchange, "a token in the query");
      } else if (token) {
        seen.good(exchange);
      }
    }
  }

  /** A18. */
  public static void ofThisRun(JournalView view, RuleObservations seen) {
    seen.unless("the client sent no token");
    List<String> issuers = view.snapshot().facts().issuers();
    String resource = view.snapshot().facts().mcpUrl();
    for (TokenUse use : view.login().uses()) {
      if (use.token().isEmpty()) {
        continue;
      }
      if (view.login().tokens().containsKey(use.token())) {
        seen.good(use.exchange());
        continue;
      }
      Optional<RedactedValue> value = RedactedValue.parse(use.token());
      String issuer = value.map(one -> one.facts().get("iss")).orElse(null);
      String audience = value.map(one -> one.facts().get("aud")).orElse(null);
      if (issuer != null && !issuers.contains(issuer)) {
        seen.fail(use.exchange(), "a token of " + issuer);
      } else if (audience != null && !audience.contains(resource)) {
        seen.fail(use.exchange(), "a token for " + audience);
      } else if (issuer == null) {
        seen.note(use.exchange(), "a token that this run did not issue, of an unknown server");
      } else {
        seen.good(use.exchange());
      }
    }
  }
}
