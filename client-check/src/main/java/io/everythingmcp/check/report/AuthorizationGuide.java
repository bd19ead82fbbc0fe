package io.everythingmcp.check.report;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.ClientRule;
import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.rule.RuleFinding;
import io.everythingmcp.check.rule.RuleText;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.JournalView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explanation of an authorization request for the user who decides about it.
 *
 * @param n number of the exchange
 * @param parameters the parameters in the order in which they were sent, then missing ones with a
 *     rule
 * @param others findings about the request that concern no single parameter
 * @param before requests since the previous authorization request, and the findings about them
 * @param redirect rules for the client when it receives the authorization response
 * @param token rules for the token request
 * @param calls rules for the requests with the token
 */
public record AuthorizationGuide(
    int n,
    List<GuidedParameter> parameters,
    List<RuleFinding> others,
    List<Earlier> before,
    List<RuleText> redirect,
    List<RuleText> token,
    List<RuleText> calls) {
  private static final int MOST_BEFORE = 12;
  private static final Set<String> REDIRECT = Set.of("sep-2468-client-compare-iss-supported");
  private static final Set<String> TOKEN =
      Set.of(
          "pkce-s256-method-used", "resource-parameter-consistency", "token-endpoint-auth-method");
  private static final Set<String> CALLS = Set.of("valid-bearer-token", "no-token-in-query");

  /**
   * A request before the authorization request.
   *
   * @param findings about this request only
   */
  public record Earlier(RecordedExchange exchange, List<RuleFinding> findings) {}

  /**
   * Explains the last authorization request of a journal up to an exchange; empty without one.
   *
   * @param until number of the exchange that shows the page
   */
  public static Optional<AuthorizationGuide> of(JournalSnapshot journal, int until) {
    JournalView view = JournalView.of(journal);
    List<Authorization> all =
        view.login().authorizations().stream().filter(one -> one.n() <= until).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int previous = all.size() > 1 ? all.get(all.size() - 2).n() : 0;
    return Optional.of(of(view, all.get(all.size() - 1), previous));
  }

  private static AuthorizationGuide of(JournalView view, Authorization request, int previous) {
    List<RuleFinding> findings = about(view, request.n());
    return new AuthorizationGuide(
        request.n(),
        GuidedParameter.of(request.parameters(), findings),
        findings.stream().filter(one -> !GuidedParameter.hasRule(one.text().id())).toList(),
        before(view, previous, request.n()),
        texts(REDIRECT),
        texts(TOKEN),
        texts(CALLS));
  }

  /** Returns what the rules of authorization find in one exchange. */
  private static List<RuleFinding> about(JournalView view, int n) {
    return ClientRules.all().stream()
        .filter(rule -> rule.text().rule().startsWith("A"))
        .map(rule -> rule.judge(view, n))
        .filter(finding -> !finding.is(FindingStatus.SKIPPED))
        .toList();
  }

  private static List<Earlier> before(JournalView view, int after, int until) {
    List<RecordedExchange> all =
        view.exchanges().stream()
            .filter(exchange -> exchange.n() > after && exchange.n() < until)
            .filter(AuthorizationGuide::leadsToLogin)
            .toList();
    return all.subList(Math.max(0, all.size() - MOST_BEFORE), all.size()).stream()
        .map(exchange -> new Earlier(exchange, about(view, exchange.n())))
        .toList();
  }

  private static boolean leadsToLogin(RecordedExchange exchange) {
    int status = exchange.response().status();
    EndpointKind kind = exchange.endpoint();
    return kind == EndpointKind.RESOURCE_METADATA
        || kind == EndpointKind.AUTHORIZATION_METADATA
        || kind == EndpointKind.REGISTER
        || kind == EndpointKind.CLIENT_METADATA
        || (kind.takesMessages() && (status == 401 || status == 403));
  }

  private static List<RuleText> texts(Set<String> ids) {
    return ClientRules.all().stream()
        .map(ClientRule::text)
        .filter(text -> ids.contains(text.id()))
        .toList();
  }
}
