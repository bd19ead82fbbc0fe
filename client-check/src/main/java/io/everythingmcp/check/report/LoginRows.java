package io.everythingmcp.check.report;

import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.view.AuthorizationView;
import io.everythingmcp.check.view.AuthorizationView.Challenge;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.AuthorizationView.Redirect;
import io.everythingmcp.check.view.AuthorizationView.Registration;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.AuthorizationView.TokenUse;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Rows 8 to 19 of the table of headlines: the progress of a login. */
final class LoginRows {
  private static final long WAIT = 20_000;
  private static final long CIRCLE = 2 * 60_000;
  private static final List<String> TRAPS = List.of("P12", "P14", "P15", "P16", "P71");

  private final HeadlineFacts facts;
  private final AuthorizationView login;
  private final long success;

  LoginRows(HeadlineFacts facts) {
    this.facts = facts;
    this.login = facts.view().login();
    this.success = facts.lastSuccess();
  }

  Optional<String> first() {
    return challenge()
        .or(this::trap)
        .or(this::documents)
        .or(this::registration)
        .or(this::page)
        .or(this::code)
        .or(this::tokenRefused)
        .or(this::tokenUnused)
        .or(this::tokenLeftOut)
        .or(this::foreignToken)
        .or(this::circles);
  }

  private static <T> T last(List<T> list) {
    return list.isEmpty() ? null : list.get(list.size() - 1);
  }

  private boolean nothingAfter(RecordedExchange exchange) {
    return success <= exchange.at()
        && facts.lastOfClient().filter(one -> one.n() <= exchange.n()).isPresent();
  }

  private Optional<String> challenge() {
    Challenge last = last(login.challenges());
    if (last == null || last.exchange().response().status() != 401 || success > last.at()) {
      return Optional.empty();
    }
    boolean asked =
        facts.view().exchanges().stream()
            .anyMatch(
                exchange -> exchange.at() >= last.at() && !exchange.endpoint().takesMessages());
    boolean loggedIn = !login.tokens().isEmpty() || !login.authorizations().isEmpty();
    return asked || loggedIn
        ? Optional.empty()
        : Optional.of(
            "Your client was required to log in "
                + seconds(last.at())
                + " ago and has sent no request since.");
  }

  private String seconds(long at) {
    long seconds = facts.secondsSince(at);
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }

  /** Rows 9 and 10. */
  private Optional<String> trap() {
    RecordedProvocation trap = null;
    for (String id : TRAPS) {
      RecordedProvocation one = facts.lastProvocation(id).orElse(null);
      boolean wrong = one != null && !one.details().path("variant").asText().equals("correct");
      trap = wrong && (trap == null || one.at() > trap.at()) ? one : trap;
    }
    if (trap == null || success > trap.at()) {
      return Optional.empty();
    }
    RecordedProvocation set = trap;
    boolean redirect = set.id().equals("P15");
    Optional<RecordedExchange> next =
        facts.view().exchanges().stream()
            .filter(exchange -> exchange.at() > set.at())
            .filter(
                exchange ->
                    exchange.endpoint() == EndpointKind.TOKEN
                        || (!redirect && exchange.endpoint() == EndpointKind.AUTHORIZE))
            .findFirst();
    String what =
        switch (set.id()) {
          case "P12" -> "the resource of the metadata";
          case "P14" -> "the issuer of the metadata";
          case "P15" -> "iss";
          case "P16" -> "the missing code_challenge_methods_supported";
          default -> "an endpoint of the metadata";
        };
    if (next.isPresent()) {
      return Optional.of(
          "The client continued although " + what + " was wrong (#" + next.get().n() + ").");
    }
    return facts.view().finished() || facts.view().now() - set.at() > WAIT
        ? Optional.of("Correct: the client rejected " + what + ".")
        : Optional.empty();
  }

  private Optional<String> documents() {
    Document resource = last(login.resourceDocuments());
    Document server = last(login.serverDocuments());
    Document last =
        server == null || (resource != null && resource.n() > server.n()) ? resource : server;
    if (last == null || !nothingAfter(last.exchange()) || !login.authorizations().isEmpty()) {
      return Optional.empty();
    }
    String next =
        last.ofResource()
            ? "the metadata of the authorization server"
            : login.registrations().isEmpty()
                ? "a registration or the authorization request"
                : "the authorization request";
    return Optional.of(
        "Your client read "
            + last.exchange().request().bare()
            + " and stopped. Next should be "
            + next
            + ".");
  }

  private Optional<String> registration() {
    Registration last = last(login.registrations());
    return last != null
            && last.exchange().response().status() >= 400
            && nothingAfter(last.exchange())
        ? Optional.of(
            "The registration was rejected ("
                + HeadlineFacts.reason(last.exchange())
                + "), and nothing followed.")
        : Optional.empty();
  }

  private Optional<String> page() {
    if (facts.view().finished()) {
      return Optional.empty();
    }
    RecordedExchange last = last(facts.view().exchanges());
    Redirect sent = last(login.redirects());
    boolean open =
        last.endpoint().isPage()
            && (sent == null || sent.exchange().n() < last.n())
            && last.response().status() < 400;
    return open ? Optional.of("The login page is open and requires your input.") : Optional.empty();
  }

  private Optional<String> code() {
    Redirect sent = last(login.redirects());
    if (sent == null || !sent.parameters().has("code") || success > sent.exchange().at()) {
      return Optional.empty();
    }
    String code = sent.parameters().get("code");
    boolean redeemed =
        login.tokenRequests().stream()
            .anyMatch(
                request ->
                    request.form().get("code").equals(code)
                        || request.exchange().at() > sent.exchange().at());
    long at = sent.exchange().at();
    if (redeemed || facts.view().now() - at < WAIT) {
      return Optional.empty();
    }
    return Optional.of(
        "You consented, and the code was sent to "
            + authority(sent.uri())
            + "; no token request has redeemed it for "
            + seconds(at)
            + ". Is your client still running?");
  }

  private static String authority(String uri) {
    try {
      String authority = URI.create(uri).getAuthority();
      return authority == null ? uri : authority;
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  private Optional<String> tokenRefused() {
    TokenRequest last = last(login.tokenRequests());
    return last != null && last.refused() && success <= last.exchange().at()
        ? Optional.of(
            (last.grant().equals("refresh_token")
                    ? "The client tried to refresh its token, but got none: "
                    : "The client sent the code, but got no token: ")
                + HeadlineFacts.reason(last.exchange())
                + ".")
        : Optional.empty();
  }

  private Optional<String> tokenUnused() {
    TokenRequest last = last(login.tokenRequests());
    if (last == null || !last.granted() || success > last.exchange().at()) {
      return Optional.empty();
    }
    long at = last.exchange().response().endedAt();
    boolean called =
        facts.view().exchanges().stream()
            .anyMatch(exchange -> exchange.at() >= at && exchange.endpoint().takesMessages());
    if (called || facts.view().now() - at < WAIT) {
      return Optional.empty();
    }
    RecordedExchange newest = facts.lastOfClient().orElse(last.exchange());
    return Optional.of(
        "The client got a token "
            + seconds(at)
            + " ago and has not called the server since; the last response to it was "
            + newest.response().status()
            + " to "
            + newest.request().method()
            + " "
            + newest.request().bare()
            + " (#"
            + newest.n()
            + ").");
  }

  private Optional<String> tokenLeftOut() {
    return facts
        .broken("valid-bearer-token")
        .map(
            finding ->
                "The client has a token but calls without it ("
                    + finding.violations()
                    + (finding.violations() == 1 ? " time)." : " times)."));
  }

  private Optional<String> foreignToken() {
    return facts
        .broken("token-for-this-resource")
        .map(
            finding ->
                "The client sends a token that was not issued here (" + finding.received() + ").");
  }

  private Optional<String> circles() {
    List<TokenRequest> granted =
        login.tokenRequests().stream()
            .filter(one -> one.granted() && one.grant().equals("authorization_code"))
            .toList();
    TokenUse use = last(login.uses());
    if (granted.size() < 3 || use == null) {
      return Optional.empty();
    }
    TokenRequest third = granted.get(granted.size() - 3);
    long from = third.exchange().at();
    long to = granted.get(granted.size() - 1).exchange().at();
    int status = use.exchange().response().status();
    if (to - from > CIRCLE || status < 400 || success > to) {
      return Optional.empty();
    }
    return Optional.of(
        "The client repeats the login: %d logins in %d seconds, each time %d because %s."
            .formatted(
                granted.size(), (to - from) / 1000, status, HeadlineFacts.reason(use.exchange())));
  }
}
