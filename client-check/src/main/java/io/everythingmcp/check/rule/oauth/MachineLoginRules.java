package io.everythingmcp.check.rule.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RedactedValue;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.AuthorizationView.TokenRequest;
import io.everythingmcp.check.view.AuthorizationView.TokenUse;
import io.everythingmcp.check.view.FormParameters;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.JsonBodies;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A22 and A23: proofs of possession, and logins without a user. */
public final class MachineLoginRules {
  private static final long CLOCK = 5 * 60;

  private MachineLoginRules() {}

  /** A22. */
  public static void proofs(JournalView view, RuleObservations seen) {
    seen.unless("DPoP was not used");
    Map<String, RecordedExchange> used = new HashMap<>();
    for (TokenUse use : view.login().uses()) {
      String type =
          view.login().tokens().containsKey(use.token())
              ? view.login()
                  .tokens()
                  .get(use.token())
                  .request()
                  .response()
                  .path("token_type")
                  .asText("")
              : "";
      boolean bound = type.equalsIgnoreCase("DPoP") || use.scheme().equalsIgnoreCase("DPoP");
      if (!bound || use.token().isEmpty()) {
        continue;
      }
      String proof = use.exchange().request().headers().first("DPoP").orElse(null);
      String wrong =
          !use.scheme().equalsIgnoreCase("DPoP")
              ? "the scheme " + use.scheme() + " for a token that is bound to a key"
              : proof == null ? "no DPoP header" : proofProblem(use, proof);
      JsonNode claims = proof == null ? JsonBodies.parse("") : part(proof, 1);
      RecordedExchange earlier =
          wrong == null ? used.putIfAbsent(claims.path("jti").asText(), use.exchange()) : null;
      if (earlier != null) {
        seen.fail(use.exchange(), "the jti of an earlier proof", earlier.n());
      } else if (wrong != null) {
        seen.fail(use.exchange(), wrong, 0);
      } else {
        seen.good(use.exchange());
      }
    }
  }

  private static JsonNode part(String token, int index) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return JsonBodies.parse("");
    }
    try {
      return JsonBodies.parse(
          new String(Base64.getUrlDecoder().decode(parts[index]), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return JsonBodies.parse("");
    }
  }

  private static String proofProblem(TokenUse use, String proof) {
    JsonNode header = part(proof, 0);
    JsonNode claims = part(proof, 1);
    if (!header.path("typ").asText().equals("dpop+jwt") || !header.path("jwk").isObject()) {
      return "a proof with the header " + header;
    }
    for (String name : new String[] {"jti", "htm", "htu", "ath"}) {
      if (!claims.path(name).isTextual()) {
        return "a proof without " + name;
      }
    }
    if (!claims.path("htm").textValue().equals(use.exchange().request().method())) {
      return "a proof for " + claims.path("htm").textValue();
    }
    String htu = claims.path("htu").textValue();
    if (!htu.endsWith(use.exchange().request().bare()) || htu.contains("?")) {
      return "a proof for " + htu;
    }
    long skew = claims.path("iat").asLong() - use.exchange().request().arrivedAt() / 1000;
    if (Math.abs(skew) > CLOCK) {
      return "a proof whose iat is " + skew + " seconds off";
    }
    String digest =
        RedactedValue.parse(use.token()).map(value -> value.facts().get("s256")).orElse(null);
    return digest != null && !digest.equals(claims.path("ath").textValue())
        ? "a proof for another token"
        : null;
  }

  /** A23. */
  public static void forms(JournalView view, RuleObservations seen) {
    seen.unless("no login without a user was seen");
    for (TokenRequest request : view.login().tokenRequests()) {
      String wrong;
      switch (request.grant()) {
        case "client_credentials" -> wrong = credentials(request);
        case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
            wrong = request.form().has("assertion") ? null : "no assertion";
        case "urn:ietf:params:oauth:grant-type:device_code" ->
            wrong =
                request.form().has("device_code") && request.form().has("client_id")
                    ? null
                    : "no device_code or client_id";
        default -> {
          continue;
        }
      }
      if (wrong == null) {
        seen.good(request.exchange());
      } else {
        seen.fail(request.exchange(), request.grant() + ": " + wrong);
      }
    }
  }

  private static String credentials(TokenRequest request) {
    FormParameters form = request.form();
    boolean header = request.exchange().request().headers().has("Authorization");
    boolean secret = form.has("client_id") && form.has("client_secret");
    boolean assertion = form.has("client_assertion");
    if (!header && !secret && !assertion) {
      return "no authentication of the client";
    }
    if (assertion
        && !form.get("client_assertion_type")
            .equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")) {
      return "client_assertion_type is " + form.first("client_assertion_type").orElse("absent");
    }
    return form.has("resource") ? null : "no resource";
  }
}
