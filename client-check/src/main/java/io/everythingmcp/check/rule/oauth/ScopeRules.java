package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.AuthorizationView.Challenge;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.AuthorizationView.Registration;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The second check of A11, and A12 to A14: the requested scopes, and the number of requests. */
public final class ScopeRules {
  private static final String OFFLINE = "offline_access";
  private static final int ATTEMPTS = 3;

  private ScopeRules() {}

  private static Set<String> words(String scope) {
    return Arrays.stream(scope.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> scope(Authorization authorization) {
    return words(authorization.parameters().get("scope"));
  }

  /** The second check of A11. */
  public static void offlineAccess(JournalView view, RuleObservations seen) {
    seen.unless("no client of 2026-07-28 logged in");
    if (!PublishedRevisions.V2026_07.equals(view.login().revision())) {
      return;
    }
    for (Authorization authorization : view.login().authorizations()) {
      Optional<Document> metadata = view.login().serverBefore(authorization.exchange());
      if (!scope(authorization).contains(OFFLINE)
          || metadata.isEmpty()
          || RegistrationRules.lists(metadata, "scopes_supported", OFFLINE)) {
        seen.good(authorization.exchange());
      } else {
        seen.fail(
            authorization.exchange(),
            OFFLINE + ", which the authorization server does not list",
            metadata.get().n());
      }
    }
  }

  /** A12. */
  public static void chosen(JournalView view, RuleObservations seen) {
    seen.unless("no authorization request was seen, except after insufficient_scope");
    if (!view.login().since(PublishedRevisions.V2025_11)) {
      seen.unless("the client is of a revision without this rule");
      return;
    }
    AuthorizationView login = view.login();
    Map<String, Registration> registered = new HashMap<>();
    login
        .registrations()
        .forEach(one -> registered.put(one.response().path("client_id").asText(), one));
    for (Authorization authorization : login.authorizations()) {
      Optional<Challenge> challenge = login.challengeBefore(authorization.exchange());
      if (challenge.filter(Challenge::insufficientScope).isPresent()) {
        continue;
      }
      Set<String> expected = new TreeSet<>();
      int compared = 0;
      String challenged = challenge.map(one -> one.parameters().get("scope")).orElse(null);
      Optional<Document> metadata = login.resourceBefore(authorization.exchange());
      if (challenged != null) {
        expected.addAll(words(challenged));
        compared = challenge.get().n();
      } else if (metadata.isPresent()) {
        metadata.get().json().path("scopes_supported").forEach(one -> expected.add(one.asText()));
        compared = metadata.get().n();
      }
      Set<String> asked = scope(authorization);
      Set<String> without = new TreeSet<>(asked);
      without.remove(OFFLINE);
      if (asked.equals(expected) || without.equals(expected)) {
        seen.good(authorization.exchange());
      } else if (configured(registered, authorization, asked)) {
        seen.note(authorization.exchange(), "the scope that the client registered", compared);
      } else {
        seen.warn(
            authorization.exchange(),
            "scope " + String.join(" ", asked) + "; expected " + String.join(" ", expected),
            compared);
      }
    }
  }

  /** Whether the client registered exactly this scope. */
  private static boolean configured(
      Map<String, Registration> registered, Authorization authorization, Set<String> asked) {
    Registration registration = registered.get(authorization.parameters().get("client_id"));
    JsonNode scope =
        registration == null ? MissingNode.getInstance() : registration.request().path("scope");
    return scope.isTextual() && words(scope.textValue()).equals(asked);
  }

  /** A13. */
  public static void steppedUp(JournalView view, RuleObservations seen) {
    seen.unless("no request was refused for its scope");
    AuthorizationView login = view.login();
    List<Challenge> challenges =
        login.challenges().stream().filter(Challenge::insufficientScope).toList();
    boolean machine =
        !login.tokenRequests().isEmpty()
            && login.tokenRequests().stream()
                .allMatch(one -> one.grant().equals("client_credentials"));
    if (machine) {
      seen.unless("the client logs in without a user");
      return;
    }
    NavigableMap<Long, TokenRequest> refreshes = new TreeMap<>();
    login.tokenRequests().stream()
        .filter(one -> one.grant().equals("refresh_token"))
        .forEach(one -> refreshes.putIfAbsent(one.exchange().at(), one));
    int next = 0;
    for (int i = 0; i < challenges.size(); i++) {
      Challenge challenge = challenges.get(i);
      long until = i + 1 < challenges.size() ? challenges.get(i + 1).at() : Long.MAX_VALUE;
      List<Authorization> all = login.authorizations();
      while (next < all.size() && all.get(next).exchange().at() <= challenge.at()) {
        next++;
      }
      Authorization authorization =
          next < all.size() && all.get(next).exchange().at() < until ? all.get(next) : null;
      Authorization before = next == 0 ? null : all.get(next - 1);
      if (authorization != null) {
        judge(view, challenge, before, authorization, seen);
      } else if (before != null && asksFor(before, challenge)) {
        seen.unless("the client had requested these scopes before");
      } else if (!refreshed(refreshes, challenge, until, seen)
          && view.finished()
          && until == Long.MAX_VALUE) {
        seen.warn(challenge.exchange(), "no new authorization; the client did not step up");
      }
    }
  }

  /** Another authorization would ask for nothing new. */
  private static boolean asksFor(Authorization before, Challenge challenge) {
    Set<String> needed = words(challenge.parameters().getOrDefault("scope", ""));
    return !needed.isEmpty() && scope(before).containsAll(needed);
  }

  private static void judge(
      JournalView view,
      Challenge challenge,
      Authorization before,
      Authorization authorization,
      RuleObservations seen) {
    Set<String> needed = words(challenge.parameters().getOrDefault("scope", ""));
    if (before != null && view.login().since(PublishedRevisions.V2026_07)) {
      needed.addAll(scope(before));
    }
    needed.remove(OFFLINE);
    if (scope(authorization).containsAll(needed)) {
      seen.good(authorization.exchange());
    } else {
      seen.warn(
          authorization.exchange(),
          "scope "
              + String.join(" ", scope(authorization))
              + "; needed "
              + String.join(" ", needed),
          challenge.n());
    }
  }

  /** A refresh between a challenge and the next one. */
  private static boolean refreshed(
      NavigableMap<Long, TokenRequest> refreshes,
      Challenge challenge,
      long until,
      RuleObservations seen) {
    Map.Entry<Long, TokenRequest> next = refreshes.higherEntry(challenge.at());
    if (next == null || next.getKey() >= until) {
      return false;
    }
    seen.warn(next.getValue().exchange(), "a refresh, which cannot add scope", challenge.n());
    return true;
  }

  private record Operation(String method, JsonNode name) {}

  /** A14. */
  public static void fewAttempts(JournalView view, RuleObservations seen) {
    seen.unless("no request was refused for its scope");
    Map<Integer, ClientMessage> messages = new HashMap<>();
    view.requests().forEach(message -> messages.putIfAbsent(message.n(), message));
    Map<Operation, Integer> attempts = new HashMap<>();
    AuthorizationView login = view.login();
    int next = 0;
    Operation refused = null;
    for (Challenge challenge : login.challenges()) {
      if (!challenge.insufficientScope()) {
        continue;
      }
      while (next < login.authorizations().size()
          && login.authorizations().get(next).exchange().at() <= challenge.at()) {
        if (refused != null) {
          attempts.merge(refused, 1, Integer::sum);
        }
        next++;
      }
      ClientMessage message = messages.get(challenge.n());
      refused =
          message == null ? null : new Operation(message.method(), message.params().path("name"));
      int count = refused == null ? 0 : attempts.getOrDefault(refused, 0);
      if (count > ATTEMPTS) {
        seen.warn(challenge.exchange(), count + " authorizations for " + refused.method());
      } else {
        seen.good(challenge.exchange());
      }
    }
    int later = login.authorizations().size() - next;
    if (refused != null
        && attempts.getOrDefault(refused, 0) <= ATTEMPTS
        && attempts.getOrDefault(refused, 0) + later > ATTEMPTS) {
      seen.warn(
          login.authorizations().get(login.authorizations().size() - 1).exchange(),
          attempts.getOrDefault(refused, 0) + later + " authorizations for " + refused.method());
    }
  }
}
