package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.AuthorizationView.Registration;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** P12, P14, P16 and P71: metadata that a client must not use. */
public final class MetadataTrustRules {
  private MetadataTrustRules() {}

  /** P12: metadata of another resource (RFC 9728, 3.3). */
  public static void resource(JournalView view, RuleObservations seen) {
    seen.unless("no metadata of another resource was read");
    String url = view.snapshot().facts().mcpUrl();
    List<Document> documents = view.login().resourceDocuments();
    for (Document document : documents) {
      String resource = document.json().path("resource").asText("");
      if (!document.found() || resource.equals(url) || isChallenged(view, resource)) {
        continue;
      }
      Optional<RecordedExchange> use = firstUse(view.login(), document, documents);
      String received = "the login continued with the metadata of " + resource;
      if (use.isPresent() && url.startsWith(resource + "/")) {
        seen.note(use.get(), received + ", which contains the URL of the server", document.n());
      } else {
        judge(view, document, use, received, PublishedRevisions.V2025_06, seen);
      }
    }
  }

  /** Whether the client requested this URL, such as that of HTTP+SSE, and was challenged. */
  private static boolean isChallenged(JournalView view, String resource) {
    URI requested = URI.create(view.snapshot().facts().mcpUrl());
    return view.login().challenges().stream()
        .map(challenge -> requested.resolve(challenge.exchange().request().bare()).toString())
        .anyMatch(resource::equals);
  }

  /** P14: metadata with another issuer (RFC 8414, 3.3). */
  public static void issuer(JournalView view, RuleObservations seen) {
    seen.unless("no metadata with another issuer was read");
    List<Document> documents = view.login().serverDocuments();
    for (Document document : documents) {
      String issuer = document.json().path("issuer").asText("");
      Optional<JsonNode> expected =
          view.login()
              .resourceBefore(document.exchange())
              .map(resource -> resource.json().path("authorization_servers"));
      if (document.found() && expected.isPresent() && !contains(expected.get(), issuer)) {
        judge(
            view,
            document,
            firstUse(view.login(), document, documents),
            "the login continued with metadata whose issuer is " + issuer,
            PublishedRevisions.V2026_07,
            seen);
      }
    }
  }

  private static boolean contains(JsonNode issuers, String issuer) {
    for (JsonNode one : issuers) {
      if (one.asText().equals(issuer)) {
        return true;
      }
    }
    return false;
  }

  /** P16: metadata without PKCE. */
  public static void pkce(JournalView view, RuleObservations seen) {
    seen.unless("no metadata without code_challenge_methods_supported was read");
    for (Document document : view.login().serverDocuments()) {
      if (document.found() && !document.json().has("code_challenge_methods_supported")) {
        judge(
            view,
            document,
            firstAuthorization(view.login(), document),
            "an authorization request although code_challenge_methods_supported is absent",
            PublishedRevisions.V2025_11,
            seen);
      }
    }
  }

  /** P71: an authorization endpoint that is not an http or https URL. */
  public static void endpointScheme(JournalView view, RuleObservations seen) {
    seen.unless("no metadata with an authorization endpoint of another scheme was read");
    for (Document document : view.login().serverDocuments()) {
      String endpoint = document.json().path("authorization_endpoint").asText("");
      if (document.found() && !endpoint.isEmpty() && !endpoint.matches("(?i)https?://.*")) {
        judge(
            view,
            document,
            firstAuthorization(view.login(), document),
            "an authorization request although authorization_endpoint is " + endpoint,
            PublishedRevisions.V2025_03,
            seen);
      }
    }
  }

  private static void judge(
      JournalView view,
      Document document,
      Optional<RecordedExchange> use,
      String received,
      String since,
      RuleObservations seen) {
    if (use.isEmpty()) {
      if (view.finished()) {
        seen.good(document.exchange());
      }
    } else if (view.login().since(since)) {
      seen.fail(use.get(), received, document.n());
    } else {
      seen.note(use.get(), received, document.n());
    }
  }

  /** The first authorization request after the metadata of a server and before the next ones. */
  private static Optional<RecordedExchange> firstAuthorization(
      AuthorizationView login, Document document) {
    return between(
        login.authorizations().stream().map(Authorization::exchange),
        document,
        login.serverDocuments());
  }

  private static Optional<RecordedExchange> firstUse(
      AuthorizationView login, Document document, List<Document> documents) {
    return between(
        Stream.of(
                login.registrations().stream().map(Registration::exchange),
                login.authorizations().stream().map(Authorization::exchange),
                login.tokenRequests().stream().map(TokenRequest::exchange))
            .flatMap(exchanges -> exchanges),
        document,
        documents);
  }

  /** The first of these exchanges after a document and before the next one of its kind. */
  private static Optional<RecordedExchange> between(
      Stream<RecordedExchange> exchanges, Document document, List<Document> documents) {
    int next =
        documents.stream()
            .filter(Document::found)
            .mapToInt(Document::n)
            .filter(n -> n > document.n())
            .min()
            .orElse(Integer.MAX_VALUE);
    return exchanges
        .filter(exchange -> exchange.n() > document.n() && exchange.n() < next)
        .min(java.util.Comparator.comparingInt(RecordedExchange::n));
  }
}
