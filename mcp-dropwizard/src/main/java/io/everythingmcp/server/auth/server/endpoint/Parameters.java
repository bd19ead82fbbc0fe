package io.everythingmcp.server.auth.server.endpoint;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a request. Each that this server knows comes once, but for {@code resource}; an
 * empty one counts as absent.
 *
 * @param all as they were sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
 */
public record Parameters(Map<String, List<String>> all) {
  /** Those of which a request has one at most; what this server does not know it ignores. */
  private static final Set<String> ONCE =
      Set.of(
          "client_assertion",
          "client_assertion_type",
          "client_id",
          "client_secret",
          "code",
          "code_challenge",
          "code_challenge_method",
          "code_verifier",
          "csrf",
          "decision",
          "error",
          "grant_type",
          "iss",
          "page",
          "prompt",
          "redirect_uri",
          "refresh_token",
          "request",
          "request_uri",
          "response_mode",
          "response_type",
          "scope",
          "state",
          "token",
          "token_type_hint");

  private static final Rule ONLY_ONCE = Rule.rfc(6749, "3.1");
  private static final int MOST = 100;
  private static final String FORM = "application/x-www-form-urlencoded";

  public Parameters {
    all = Map.copyOf(all);
  }

  /** Those of a form in the body. */
  public static Parameters ofForm(HTTPRequest request) throws Refusal {
    return form(request).onceEach();
  }

  private static Parameters form(HTTPRequest request) throws Refusal {
    try {
      return new Parameters(
              request.getBody() == null ? Map.of() : request.getBodyAsFormParameters())
          .notTooMany();
    } catch (ParseException e) {
      throw Refusal.invalidRequest("The body is not a form: " + FORM, Rule.rfc(6749, "4.1.3"));
    }
  }

  /** Those of the query of a GET, or of the form of a POST. */
  public static Parameters of(HTTPRequest request) throws Refusal {
    return repeatable(request).onceEach();
  }

  /** The same, for a request of which it is known later whom a repetition is told to. */
  public static Parameters repeatable(HTTPRequest request) throws Refusal {
    return request.getMethod() == HTTPRequest.Method.POST
        ? form(request)
        : new Parameters(request.getQueryStringParameters()).notTooMany();
  }

  private Parameters notTooMany() throws Refusal {
    if (all.size() > MOST) {
      throw Refusal.invalidRequest("There are more than " + MOST + " parameters", ONLY_ONCE);
    }
    return this;
  }

  /** These parameters, of which none is there more than once that must not be. */
  public Parameters onceEach() throws Refusal {
    return once(ONCE);
  }

  /** These parameters, of which these are there once at most. */
  public Parameters once(Collection<String> names) throws Refusal {
    for (String name : new TreeSet<>(names)) {
      if (all.getOrDefault(name, List.of()).size() > 1) {
        throw Refusal.invalidRequest(name + " is there more than once", ONLY_ONCE);
      }
    }
    return this;
  }

  /** One that may be absent. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(all.get(name))
        .flatMap(values -> values.stream().findFirst())
        .filter(value -> !value.isEmpty());
  }

  /** One that must be there. */
  public String require(String name) throws Refusal {
    return get(name)
        .orElseThrow(() -> Refusal.invalidRequest(name + " is missing", Rule.rfc(6749, "4.1.2.1")));
  }

  /** All of one that may be repeated. */
  public List<String> list(String name) {
    return all.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).toList();
  }
}
