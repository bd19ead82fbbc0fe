package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedProvocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects what belongs to logins. */
final class LoginIndex {
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z_]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

  private final List<AuthorizationView.Challenge> challenges = new ArrayList<>();
  private final List<AuthorizationView.Document> resourceDocuments = new ArrayList<>();
  private final List<AuthorizationView.Document> serverDocuments = new ArrayList<>();
  private final List<AuthorizationView.Registration> registrations = new ArrayList<>();
  private final List<AuthorizationView.Authorization> authorizations = new ArrayList<>();
  private final List<AuthorizationView.Redirect> redirects = new ArrayList<>();
  private final List<AuthorizationView.TokenRequest> tokenRequests = new ArrayList<>();
  private final List<AuthorizationView.TokenUse> uses = new ArrayList<>();
  private final Map<String, AuthorizationView.AccessToken> tokens = new LinkedHashMap<>();
  private final Map<String, Long> expiryTimes = new HashMap<>();
  private final Set<String> redirectUris = new HashSet<>();

  /** The parameters of pushed authorization requests by their {@code request_uri}. */
  private final Map<String, FormParameters> pushed = new HashMap<>();

  private LoginIndex() {}

  static AuthorizationView of(
      List<RecordedExchange> exchanges, JournalSnapshot snapshot, List<ClientMessage> messages) {
    LoginIndex index = new LoginIndex();
    for (RecordedProvocation provocation : snapshot.provocations()) {
      String token = provocation.details().path("token").asText("");
      if (!token.isEmpty()) {
        index.expiryTimes.putIfAbsent(token, provocation.at());
      }
    }
    exchanges.forEach(index::add);
    index.refreshes();
    return new AuthorizationView(
        index.challenges,
        index.resourceDocuments,
        index.serverDocuments,
        index.registrations,
        index.authorizations,
        index.redirects,
        index.tokenRequests,
        index.uses,
        index.validTokens(),
        index.byCode(),
        index.revision(messages));
  }

  private String revision(List<ClientMessage> messages) {
    String newest = null;
    for (ClientMessage message : messages) {
      newest =
          newer(
              newest,
              message.is("initialize")
                  ? message.params().path("protocolVersion").asText(null)
                  : message.revision());
    }
    for (List<AuthorizationView.Document> documents : List.of(resourceDocuments, serverDocuments)) {
      for (AuthorizationView.Document document : documents) {
        newest =
            newer(
                newest,
                document.exchange().request().headers().first("MCP-Protocol-Version").orElse(null));
      }
    }
    return newest;
  }

  private static String newer(String one, String other) {
    if (!PublishedRevisions.isPublished(other)) {
      return one;
    }
    return one == null || other.compareTo(one) > 0 ? other : one;
  }

  private void add(RecordedExchange exchange) {
    switch (exchange.endpoint()) {
      case MCP, SSE, MESSAGE -> use(exchange);
      case RESOURCE_METADATA -> resourceDocuments.add(document(exchange));
      case AUTHORIZATION_METADATA -> serverDocuments.add(document(exchange));
      case REGISTER ->
          registrations.add(
              new AuthorizationView.Registration(
                  exchange,
                  JournalIndexer.parse(exchange.request().body().text()),
                  answer(exchange)));
      case AUTHORIZE -> {
        FormParameters query = FormParameters.parse(exchange.request().query());
        FormParameters parameters = pushed.getOrDefault(query.get("request_uri"), query);
        if (parameters.has("response_type") || parameters.has("client_id")) {
          authorizations.add(new AuthorizationView.Authorization(exchange, parameters));
          redirectUris.add(parameters.get("redirect_uri").split("\\?", 2)[0]);
        }
        redirect(exchange);
      }
      case PUSHED_AUTHORIZATION -> {
        if (answer(exchange).path("request_uri").isTextual()) {
          pushed.put(
              answer(exchange).path("request_uri").textValue(),
              FormParameters.parse(exchange.request().body().text()));
        }
      }
      case CONSENT, LOGIN -> redirect(exchange);
      case TOKEN -> token(exchange);
      case REVOKE -> {
        String token = FormParameters.parse(exchange.request().body().text()).get("token");
        expiryTimes.putIfAbsent(token, exchange.at());
      }
      default -> {
        // Nothing of a login.
      }
    }
  }

  private static AuthorizationView.Document document(RecordedExchange exchange) {
    return new AuthorizationView.Document(
        exchange,
        exchange.endpoint() == EndpointKind.RESOURCE_METADATA,
        exchange.response().status() == 200 ? answer(exchange) : missing());
  }

  private static JsonNode missing() {
    return MissingNode.getInstance();
  }

  private static JsonNode answer(RecordedExchange exchange) {
    return JournalIndexer.parse(exchange.response().body().text());
  }

  private void use(RecordedExchange exchange) {
    String value = exchange.request().headers().first("Authorization").orElse("").strip();
    int blank = value.indexOf(' ');
    String token = blank < 0 ? "" : value.substring(blank + 1).strip();
    uses.add(
        new AuthorizationView.TokenUse(
            exchange, blank < 0 ? value : value.substring(0, blank), token));
    int status = exchange.response().status();
    if (status == 401 || status == 403) {
      for (String header : exchange.response().headers().all("WWW-Authenticate")) {
        challenges.add(challenge(exchange, header));
      }
      if (exchange.response().headers().all("WWW-Authenticate").isEmpty() && status == 401) {
        challenges.add(new AuthorizationView.Challenge(exchange, "", Map.of()));
      }
      if (status == 401 && !token.isEmpty()) {
        expiryTimes.putIfAbsent(token, exchange.response().startedAt());
      }
    }
  }

  private static AuthorizationView.Challenge challenge(RecordedExchange exchange, String header) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      parameters.putIfAbsent(
          matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }
    return new AuthorizationView.Challenge(exchange, header.split(" ", 2)[0], parameters);
  }

  private void redirect(RecordedExchange exchange) {
    exchange
        .response()
        .headers()
        .first("Location")
        .ifPresent(
            location -> {
              int query = location.indexOf('?');
              if (query < 0) {
                return;
              }
              FormParameters parameters = FormParameters.parse(location.substring(query + 1));
              if (redirectUris.contains(location.substring(0, query))
                  && (parameters.has("code") || parameters.has("error"))) {
                redirects.add(
                    new AuthorizationView.Redirect(
                        exchange, location.substring(0, query), parameters));
              }
            });
  }

  private void token(RecordedExchange exchange) {
    AuthorizationView.TokenRequest request =
        new AuthorizationView.TokenRequest(
            exchange,
            FormParameters.parse(exchange.request().body().text()),
            exchange.response().status() == 200 ? answer(exchange) : missing());
    tokenRequests.add(request);
    if (request.granted()) {
      String value = request.response().path("access_token").textValue();
      long from = exchange.response().endedAt();
      long seconds = request.response().path("expires_in").asLong(Integer.MAX_VALUE);
      tokens.put(
          value, new AuthorizationView.AccessToken(value, request, from, from + seconds * 1000));
    }
  }

  /** A refused refresh ends the tokens of the login that it belonged to. */
  private void refreshes() {
    Map<String, List<AuthorizationView.AccessToken>> byRefreshToken = new HashMap<>();
    for (AuthorizationView.AccessToken token : tokens.values()) {
      for (String related :
          List.of(
              token.request().response().path("refresh_token").asText(""),
              token.request().form().get("refresh_token"))) {
        if (!related.isEmpty()) {
          byRefreshToken.computeIfAbsent(related, key -> new ArrayList<>()).add(token);
        }
      }
    }
    for (AuthorizationView.TokenRequest request : tokenRequests) {
      if (request.grant().equals("refresh_token") && request.refused()) {
        // Each token once: a rejected token that is repeated has no further effect.
        List<AuthorizationView.AccessToken> ended =
            byRefreshToken.remove(request.form().get("refresh_token"));
        if (ended != null) {
          ended.forEach(
              token ->
                  expiryTimes.merge(
                      token.value(), request.exchange().response().startedAt(), Math::min));
        }
      }
    }
  }

  private Map<String, AuthorizationView.Authorization> byCode() {
    Map<String, AuthorizationView.Authorization> byState = new HashMap<>();
    for (AuthorizationView.Authorization authorization : authorizations) {
      byState.put(authorization.parameters().get("state"), authorization);
    }
    Map<String, AuthorizationView.Authorization> byCode = new HashMap<>();
    for (AuthorizationView.Redirect redirect : redirects) {
      AuthorizationView.Authorization authorization =
          byState.get(redirect.parameters().get("state"));
      if (redirect.parameters().has("code") && authorization != null) {
        byCode.put(redirect.parameters().get("code"), authorization);
      }
    }
    return byCode;
  }

  private Map<String, AuthorizationView.AccessToken> validTokens() {
    Map<String, AuthorizationView.AccessToken> all = new LinkedHashMap<>();
    tokens.forEach(
        (value, token) ->
            all.put(
                value,
                new AuthorizationView.AccessToken(
                    value,
                    token.request(),
                    token.from(),
                    Math.min(token.until(), expiryTimes.getOrDefault(value, Long.MAX_VALUE)))));
    return all;
  }
}
