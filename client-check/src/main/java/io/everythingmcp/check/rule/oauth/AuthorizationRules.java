package io.everythingmcp.check.rule.oauth;

import io.everythingmcp.check.journal.RedactedValue;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView;
import io.everythingmcp.check.view.AuthorizationView.Authorization;
import io.everythingmcp.check.view.AuthorizationView.Document;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.FormParameters;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A06 to A08: the parameters of a login. */
public final class AuthorizationRules {
  private static final int CHALLENGE = 43;
  private static final int STATE = 16;

  private AuthorizationRules() {}

  /** A06. */
  public static void resource(JournalView view, RuleObservations seen) {
    seen.unless("no authorization request was seen");
    if (!view.login().since(PublishedRevisions.V2025_06)) {
      seen.unless("clients of 2025-03-26 send no resource");
      return;
    }
    for (Authorization authorization : view.login().authorizations()) {
      Optional<Document> metadata = view.login().resourceBefore(authorization.exchange());
      String wrong = resourceProblem(authorization.parameters(), metadata);
      if (wrong == null) {
        seen.good(authorization.exchange());
      } else {
        seen.fail(authorization.exchange(), wrong, metadata.map(Document::n).orElse(0));
      }
    }
    for (TokenRequest request : view.login().tokenRequests()) {
      if (!request.grant().equals("authorization_code")
          && !request.grant().equals("refresh_token")) {
        continue;
      }
      Optional<Document> metadata = view.login().resourceBefore(request.exchange());
      String wrong = resourceProblem(request.form(), metadata);
      if (wrong == null) {
        seen.good(request.exchange());
      } else {
        seen.fail(
            request.exchange(),
            request.grant() + ": " + wrong,
            metadata.map(Document::n).orElse(0));
      }
    }
  }

  private static String resourceProblem(FormParameters parameters, Optional<Document> metadata) {
    String resource = parameters.first("resource").orElse(null);
    if (resource == null) {
      return "no resource";
    }
    try {
      URI uri = URI.create(resource);
      if (!uri.isAbsolute() || uri.getRawFragment() != null) {
        return "resource " + resource + ", which is relative or has a fragment";
      }
    } catch (IllegalArgumentException e) {
      return "resource " + resource + ", which is not a URI";
    }
    String declared = metadata.map(one -> one.json().path("resource").asText("")).orElse("");
    return declared.isEmpty() || declared.equals(resource) || sameAuthority(declared, resource)
        ? null
        : "resource " + resource + ", the metadata has " + declared;
  }

  /** Host and scheme may be written in capitals. */
  private static boolean sameAuthority(String one, String other) {
    try {
      URI first = URI.create(one);
      URI second = URI.create(other);
      return String.valueOf(first.getScheme()).equalsIgnoreCase(second.getScheme())
          && String.valueOf(first.getAuthority()).equalsIgnoreCase(second.getAuthority())
          && String.valueOf(first.getRawPath()).equals(second.getRawPath())
          && String.valueOf(first.getRawQuery()).equals(String.valueOf(second.getRawQuery()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A07. */
  public static void pkce(JournalView view, RuleObservations seen) {
    seen.unless("no authorization request was seen");
    AuthorizationView login = view.login();
    // A login that was given up has not used its verifier.
    Set<Integer> redeemed = new HashSet<>();
    login
        .tokenRequests()
        .forEach(
            request ->
                login
                    .ofCode(request.form().get("code"))
                    .ifPresent(authorization -> redeemed.add(authorization.n())));
    Map<String, Authorization> used = new HashMap<>();
    for (Authorization authorization : login.authorizations()) {
      FormParameters parameters = authorization.parameters();
      String challenge = parameters.get("code_challenge");
      Authorization earlier = used.get(challenge);
      if (challenge.isEmpty()) {
        seen.fail(authorization.exchange(), "no code_challenge");
      } else if (!parameters.get("code_challenge_method").equals("S256")) {
        seen.fail(
            authorization.exchange(),
            "code_challenge_method is "
                + parameters.first("code_challenge_method").orElse("absent"));
      } else if (challenge.length() != CHALLENGE) {
        seen.fail(
            authorization.exchange(), "code_challenge has " + challenge.length() + " characters");
      } else if (earlier != null && !earlier.sameUrlAs(authorization)) {
        seen.fail(authorization.exchange(), "the code_challenge of an earlier login", earlier.n());
      } else {
        seen.good(authorization.exchange());
        if (redeemed.contains(authorization.n())) {
          used.putIfAbsent(challenge, authorization);
        }
      }
    }
    for (TokenRequest request : login.tokenRequests()) {
      if (request.grant().equals("authorization_code")) {
        verifier(login, request, seen);
      }
    }
  }

  private static void verifier(
      AuthorizationView login, TokenRequest request, RuleObservations seen) {
    String verifier = request.form().get("code_verifier");
    Optional<RedactedValue> redacted = RedactedValue.parse(verifier);
    int length =
        redacted
            .map(value -> Integer.parseInt(value.facts().getOrDefault("length", "43")))
            .orElse(verifier.length());
    boolean unreserved =
        redacted
            .map(value -> !"false".equals(value.facts().get("unreserved")))
            .orElseGet(() -> verifier.matches("[A-Za-z0-9._~-]*"));
    String digest =
        redacted
            .map(value -> value.facts().getOrDefault("s256", ""))
            .orElseGet(() -> s256(verifier));
    Optional<Authorization> authorization = login.ofCode(request.form().get("code"));
    String challenge = authorization.map(one -> one.parameters().get("code_challenge")).orElse("");
    int compared = authorization.map(Authorization::n).orElse(0);
    if (verifier.isEmpty()) {
      seen.fail(request.exchange(), "no code_verifier", compared);
    } else if (length < CHALLENGE || length > 128 || !unreserved) {
      seen.fail(
          request.exchange(),
          "code_verifier of " + length + " characters" + (unreserved ? "" : ", some not allowed"),
          compared);
    } else if (!challenge.isEmpty() && !digest.isEmpty() && !digest.equals(challenge)) {
      seen.fail(request.exchange(), "a code_verifier that is not of this login", compared);
    } else {
      seen.good(request.exchange());
    }
  }

  private static String s256(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A08. */
  public static void state(JournalView view, RuleObservations seen) {
    seen.unless("no authorization request was seen");
    Map<String, Authorization> earlier = new HashMap<>();
    for (Authorization authorization : view.login().authorizations()) {
      String state = authorization.parameters().get("state");
      Authorization first = state.isEmpty() ? null : earlier.putIfAbsent(state, authorization);
      if (state.isEmpty()) {
        seen.warn(authorization.exchange(), "no state");
      } else if (state.length() < STATE) {
        seen.warn(authorization.exchange(), "a state of " + state.length() + " characters");
      } else if (first != null && !first.sameUrlAs(authorization)) {
        seen.warn(authorization.exchange(), "the state of an earlier login", first.n());
      } else {
        seen.good(authorization.exchange());
      }
    }
  }
}
