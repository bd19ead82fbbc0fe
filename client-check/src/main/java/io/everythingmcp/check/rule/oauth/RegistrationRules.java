package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.AuthorizationView.Registration;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A10, the first check of A11, A15, A17, A20: who the client is to the authorization server. */
public final class RegistrationRules {
  private RegistrationRules() {}

  private static boolean has(JsonNode list, String value) {
    for (JsonNode one : list) {
      if (one.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean loopback(Registration registration) {
    for (JsonNode uri : registration.request().path("redirect_uris")) {
      if (uri.asText().matches("http://(localhost|127\\.0\\.0\\.1|\\[::1\\])([:/].*)?")) {
        return true;
      }
    }
    return false;
  }

  /** A10. */
  public static void applicationType(JournalView view, RuleObservations seen) {
    seen.unless("no client registered itself");
    if (!view.login().since(PublishedRevisions.V2025_11)) {
      seen.unless("the client is of a revision without this rule");
      return;
    }
    boolean must = view.login().since(PublishedRevisions.V2026_07);
    for (Registration registration : view.login().registrations()) {
      String type = registration.request().path("application_type").asText("");
      if (type.isEmpty() && must) {
        seen.fail(registration.exchange(), "no application_type");
      } else if (type.isEmpty()) {
        seen.note(registration.exchange(), "no application_type, which 2026-07-28 requires");
      } else if (loopback(registration) && !type.equals("native")) {
        seen.warn(
            registration.exchange(), "application_type " + type + " with a loopback redirect");
      } else {
        seen.good(registration.exchange());
      }
    }
  }

  /** The first check of A11. */
  public static void refreshGrant(JournalView view, RuleObservations seen) {
    seen.unless("no client of 2026-07-28 registered itself");
    if (!PublishedRevisions.V2026_07.equals(view.login().revision())) {
      return;
    }
    for (Registration registration : view.login().registrations()) {
      JsonNode grants = registration.request().path("grant_types");
      if (has(grants, "refresh_token")) {
        seen.good(registration.exchange());
      } else {
        seen.warn(
            registration.exchange(),
            "grant_types are " + (grants.isMissingNode() ? "absent" : grants));
      }
    }
  }

  /** A15. */
  public static void documentPreferred(JournalView view, RuleObservations seen) {
    seen.unless("no server that takes client metadata documents was used");
    for (Registration registration : view.login().registrations()) {
      boolean advertised =
          view.login()
              .serverBefore(registration.exchange())
              .map(one -> one.json().path("client_id_metadata_document_supported").asBoolean())
              .orElse(false);
      if (!advertised) {
        continue;
      }
      boolean page =
          registration.request().path("redirect_uris").path(0).asText("").startsWith("https");
      if (page) {
        seen.warn(
            registration.exchange(),
            "a registration, though the client has an https page of its own");
      } else {
        seen.note(
            registration.exchange(), "a registration; the client shows no page for a document");
      }
    }
    view.login().authorizations().stream()
        .filter(one -> one.parameters().get("client_id").startsWith("https://"))
        .map(Authorization::exchange)
        .forEach(seen::good);
  }

  private static String issuer(List<String> issuers, RecordedExchange exchange) {
    String best = null;
    for (String issuer : issuers) {
      String path = URI.create(issuer).getRawPath();
      String prefix = path == null || path.equals("/") ? "" : path;
      boolean inside = prefix.isEmpty() || exchange.request().bare().startsWith(prefix + "/");
      if (inside && (best == null || issuer.length() > best.length())) {
        best = issuer;
      }
    }
    return best;
  }

  /** A17. */
  public static void ownAtEachServer(JournalView view, RuleObservations seen) {
    seen.unless("the run had one authorization server");
    List<String> issuers = view.snapshot().facts().issuers();
    if (issuers.size() < 2) {
      return;
    }
    Map<String, Registration> registered = new HashMap<>();
    Set<String> at = new HashSet<>();
    boolean must = view.login().since(PublishedRevisions.V2026_07);
    for (Registration registration : view.login().registrations()) {
      String id = registration.response().path("client_id").asText("");
      if (!id.isEmpty()) {
        registered.putIfAbsent(id, registration);
        at.add(issuer(issuers, registration.exchange()) + ' ' + id);
      }
    }
    for (Authorization authorization : view.login().authorizations()) {
      used(
          authorization.exchange(),
          authorization.parameters().get("client_id"),
          issuers,
          registered,
          at,
          must,
          seen);
    }
    for (TokenRequest request : view.login().tokenRequests()) {
      used(
          request.exchange(), request.form().get("client_id"), issuers, registered, at, must, seen);
    }
  }

  private static void used(
      RecordedExchange exchange,
      String client,
      List<String> issuers,
      Map<String, Registration> registered,
      Set<String> at,
      boolean must,
      RuleObservations seen) {
    Registration first = registered.get(client);
    String issuer = issuer(issuers, exchange);
    if (first == null || issuer == null) {
      return;
    }
    if (at.contains(issuer + ' ' + client)) {
      if (!issuer.equals(issuers.get(0))) {
        seen.good(exchange);
      }
    } else {
      String received = "the client_id of another authorization server, at " + issuer;
      if (must) {
        seen.fail(exchange, received, first.exchange().n());
      } else {
        seen.note(exchange, received, first.exchange().n());
      }
    }
  }

  /** A20. */
  public static void tokenEndpoint(JournalView view, RuleObservations seen) {
    seen.unless("no registered client requested a token");
    Map<String, Registration> byClient = new HashMap<>();
    view.login()
        .registrations()
        .forEach(one -> byClient.put(one.response().path("client_id").asText(""), one));
    Registration last =
        view.login().registrations().isEmpty()
            ? null
            : view.login().registrations().get(view.login().registrations().size() - 1);
    for (TokenRequest request : view.login().tokenRequests()) {
      boolean basic =
          request
              .exchange()
              .request()
              .headers()
              .first("Authorization")
              .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
              .isPresent();
      String client = request.form().get("client_id");
      Registration registration =
          byClient.getOrDefault(client, basic && client.isEmpty() ? last : null);
      if (registration == null || !registration.accepted()) {
        continue;
      }
      String wrong = methodProblem(registration, request, basic);
      if (wrong == null) {
        seen.good(request.exchange());
      } else {
        seen.fail(request.exchange(), wrong, registration.exchange().n());
      }
    }
  }

  private static String methodProblem(
      Registration registration, TokenRequest request, boolean basic) {
    String method =
        registration
            .response()
            .path("token_endpoint_auth_method")
            .asText(
                registration
                    .request()
                    .path("token_endpoint_auth_method")
                    .asText("client_secret_basic"));
    boolean post = request.form().has("client_secret");
    boolean assertion = request.form().has("client_assertion");
    int ways = (basic ? 1 : 0) + (post ? 1 : 0) + (assertion ? 1 : 0);
    if (ways > 1) {
      return "more than one way of authentication";
    }
    boolean right =
        switch (method) {
          case "none" -> ways == 0;
          case "client_secret_basic" -> basic;
          case "client_secret_post" -> post;
          case "private_key_jwt" -> assertion;
          default -> true;
        };
    return right
        ? null
        : (basic ? "Basic" : post ? "client_secret" : assertion ? "client_assertion" : "nothing")
            + ", registered is "
            + method;
  }

  /** The metadata document that was read last, for other rules of this package. */
  static boolean lists(Optional<Document> document, String member, String value) {
    return document.filter(one -> has(one.json().path(member), value)).isPresent();
  }
}
