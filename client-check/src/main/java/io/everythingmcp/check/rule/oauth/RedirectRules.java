package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.AuthorizationView.Redirect;
import io.everythingmcp.check.view.AuthorizationView.Registration;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A09 and A19: the redirect with the code, and its issuer. */
public final class RedirectRules {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "::1");

  private RedirectRules() {}

  /** A09. */
  public static void redirectUri(JournalView view, RuleObservations seen) {
    seen.unless("no authorization request with a redirect_uri was seen");
    Map<String, Registration> byClient = new HashMap<>();
    view.login().registrations().stream()
        .filter(Registration::accepted)
        .forEach(one -> byClient.put(one.response().path("client_id").asText(), one));
    for (Authorization authorization : view.login().authorizations()) {
      String redirect = authorization.parameters().get("redirect_uri");
      Registration registration = byClient.get(authorization.parameters().get("client_id"));
      if (redirect.isEmpty()) {
        continue;
      }
      URI uri;
      try {
        uri = URI.create(redirect);
      } catch (IllegalArgumentException e) {
        seen.fail(authorization.exchange(), "redirect_uri " + redirect);
        continue;
      }
      boolean loopback = LOOPBACK.contains(String.valueOf(uri.getHost()));
      boolean http = "http".equals(uri.getScheme());
      if (http && !loopback) {
        seen.fail(authorization.exchange(), "redirect_uri " + redirect + " over http");
      } else if (registration != null && !registered(registration, uri)) {
        seen.fail(
            authorization.exchange(),
            "redirect_uri " + redirect + ", which was not registered",
            registration.exchange().n());
      } else if (!http && !"https".equals(uri.getScheme())) {
        seen.warn(authorization.exchange(), "redirect_uri of the scheme " + uri.getScheme());
      } else {
        seen.good(authorization.exchange());
      }
    }
  }

  /** The port of a loopback address may be another one. */
  private static boolean registered(Registration registration, URI uri) {
    for (JsonNode one : registration.request().path("redirect_uris")) {
      if (one.asText().equals(uri.toString()) || sameLoopback(one.asText(), uri)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameLoopback(String registered, URI uri) {
    try {
      URI other = URI.create(registered);
      return LOOPBACK.contains(String.valueOf(uri.getHost()))
          && String.valueOf(uri.getHost()).equals(other.getHost())
          && String.valueOf(uri.getScheme()).equals(other.getScheme())
          && String.valueOf(uri.getRawPath()).equals(other.getRawPath());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A19. */
  public static void issuerCompared(JournalView view, RuleObservations seen) {
    seen.unless("no redirect had a wrong iss, or none where one was promised");
    boolean must = view.login().since(PublishedRevisions.V2026_07);
    Map<String, List<Document>> metadataByEndpoint = new HashMap<>();
    for (Document document : view.login().serverDocuments()) {
      String endpoint = document.json().path("authorization_endpoint").asText("");
      metadataByEndpoint
          .computeIfAbsent(endpoint.replaceFirst("^[a-z]+://[^/]*", ""), key -> new ArrayList<>())
          .add(document);
    }
    Map<String, TokenRequest> byCode = new HashMap<>();
    view.login().tokenRequests().forEach(one -> byCode.putIfAbsent(one.form().get("code"), one));
    for (Redirect redirect : view.login().redirects()) {
      Optional<Document> metadata = metadataOf(view.login(), metadataByEndpoint, redirect);
      String issuer = metadata.map(one -> one.json().path("issuer").asText("")).orElse("");
      boolean promised =
          metadata
              .map(
                  one ->
                      one.json().path("authorization_response_iss_parameter_supported").asBoolean())
              .orElse(false);
      String iss = redirect.parameters().first("iss").orElse(null);
      boolean wrong = iss == null ? promised : !issuer.isEmpty() && !iss.equals(issuer);
      String code = redirect.parameters().get("code");
      if (!wrong || code.isEmpty()) {
        continue;
      }
      TokenRequest request = byCode.get(code);
      String received =
          "the code was redeemed though iss was "
              + (iss == null ? "missing" : iss + " instead of " + issuer);
      if (request == null) {
        seen.good(redirect.exchange());
      } else if (must) {
        seen.fail(request.exchange(), received, redirect.exchange().n());
      } else {
        seen.note(request.exchange(), received, redirect.exchange().n());
      }
    }
  }

  /** The metadata that named the endpoint of this login, else the one that was read last. */
  private static Optional<Document> metadataOf(
      AuthorizationView login, Map<String, List<Document>> byEndpoint, Redirect redirect) {
    List<Document> named =
        login
            .ofCode(redirect.parameters().get("code"))
            .map(authorization -> authorization.exchange().request().bare())
            .map(byEndpoint::get)
            .orElse(List.of());
    for (int i = named.size() - 1; i >= 0; i--) {
      if (named.get(i).exchange().at() <= redirect.exchange().at()) {
        return Optional.of(named.get(i));
      }
    }
    return login.serverBefore(redirect.exchange());
  }
}
