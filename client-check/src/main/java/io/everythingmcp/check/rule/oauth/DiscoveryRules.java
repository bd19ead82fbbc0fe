package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.AuthorizationView.Challenge;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A03 to A05: which metadata is read, and in which order. */
public final class DiscoveryRules {
  private static final String RESOURCE = "/.well-known/oauth-protected-resource";
  private static final String SERVER = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private static final int MOST_ISSUERS = 20;

  private DiscoveryRules() {}

  private static String path(String url) {
    try {
      String path = URI.create(url).getRawPath();
      return path == null || path.equals("/") ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** A03. */
  public static void resourceFirst(JournalView view, RuleObservations seen) {
    seen.unless("no metadata request and no authorization request was seen");
    if (!view.login().since(PublishedRevisions.V2025_06)) {
      seen.unless("clients of 2025-03-26 do not read it");
      return;
    }
    AuthorizationView login = view.login();
    List<Document> documents = login.resourceDocuments();
    if (!documents.isEmpty()) {
      order(view, documents.get(0), seen);
      return;
    }
    if (login.authorizations().isEmpty()) {
      return;
    }
    Authorization first = login.authorizations().get(0);
    if (login.serverDocuments().isEmpty() && login.registrations().isEmpty()) {
      seen.unless("the client was configured and reads no metadata");
    } else {
      seen.fail(
          first.exchange(),
          "an authorization request without protected resource metadata",
          login.challenges().isEmpty() ? 0 : login.challenges().get(0).n());
    }
  }

  private static void order(JournalView view, Document first, RuleObservations seen) {
    Optional<Challenge> challenge = view.login().challengeBefore(first.exchange());
    String named = challenge.map(one -> one.parameters().get("resource_metadata")).orElse(null);
    String asked = first.exchange().request().bare();
    int compared = challenge.map(Challenge::n).orElse(0);
    String suffixed = RESOURCE + path(view.snapshot().facts().mcpUrl());
    // Two requests that were sent together may have received two challenges.
    boolean namedBefore =
        view.login().challenges().stream()
            .filter(one -> one.at() <= first.exchange().at())
            .map(one -> one.parameters().get("resource_metadata"))
            .anyMatch(url -> url != null && asked.equals(path(url)));
    if (namedBefore) {
      seen.good(first.exchange());
    } else if (named != null && !asked.equals(path(named))) {
      seen.fail(first.exchange(), asked + ", the challenge named " + named, compared);
    } else if (named == null && asked.equals(RESOURCE) && !asked.equals(suffixed)) {
      seen.fail(first.exchange(), "the root's document before " + suffixed, compared);
    } else {
      seen.good(first.exchange());
    }
  }

  /** Where metadata of an issuer is looked for, in this order. */
  static List<String> locations(String issuer) {
    String path = path(issuer);
    return path.isEmpty()
        ? List.of(SERVER, OPENID)
        : List.of(SERVER + path, OPENID + path, path + OPENID);
  }

  /** A04. */
  public static void serverOrder(JournalView view, RuleObservations seen) {
    seen.unless("no metadata of an authorization server was requested");
    if (!view.login().since(PublishedRevisions.V2025_11)) {
      seen.unless("the order is written since 2025-11-25");
      return;
    }
    Set<String> issuers = new LinkedHashSet<>();
    for (Document document : view.login().resourceDocuments()) {
      for (JsonNode issuer : document.json().path("authorization_servers")) {
        if (issuers.size() < MOST_ISSUERS) {
          issuers.add(issuer.asText());
        }
      }
    }
    for (String issuer : issuers) {
      List<String> locations = locations(issuer);
      List<Integer> failed = new ArrayList<>();
      for (Document document : view.login().serverDocuments()) {
        int index = locations.indexOf(document.exchange().request().bare());
        if (index < 0) {
          continue;
        }
        boolean skipped = false;
        for (int i = 0; i < index; i++) {
          skipped |= !failed.contains(i);
        }
        if (skipped && failed.size() < index) {
          seen.fail(
              document.exchange(),
              locations.get(index) + " before " + locations.get(firstMissing(failed)));
        } else {
          seen.good(document.exchange());
        }
        if (document.found()) {
          break;
        }
        failed.add(index);
      }
    }
  }

  private static int firstMissing(List<Integer> failed) {
    int i = 0;
    while (failed.contains(i)) {
      i++;
    }
    return i;
  }

  /** A05. */
  public static void atOrigin(JournalView view, RuleObservations seen) {
    seen.unless("no client of 2025-03-26 logged in");
    if (!PublishedRevisions.V2025_03.equals(view.login().revision())
        || view.login().serverDocuments().isEmpty()) {
      return;
    }
    Document first = view.login().serverDocuments().get(0);
    if (first.exchange().request().bare().equals(SERVER)) {
      seen.good(first.exchange());
    } else {
      seen.fail(first.exchange(), first.exchange().request().bare());
    }
  }
}
