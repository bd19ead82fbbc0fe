package io.everythingmcp.server.authserver.endpoint;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Parameters of a request. Each supported parameter may occur once, except {@code resource}; an
 * empty one counts as missing.
 *
 * @param all the parameters as sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
 */
public record OAuthParameters(Map<String, List<String>> all) {
  /** Parameters that may occur once; unknown ones are ignored. */
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

  private static final SpecificationReference ONLY_ONCE = SpecificationReference.rfc(6749, "3.1");
  private static final int MOST = 100;
  private static final String FORM = "application/x-www-form-urlencoded";

  public OAuthParameters {
    all = Map.copyOf(all);
  }

  /** Reads the parameters of a form in the body. */
  public static OAuthParameters ofForm(HTTPRequest request) throws OAuthException {
    return form(request).onceEach();
  }

  private static OAuthParameters form(HTTPRequest request) throws OAuthException {
    try {
      return new OAuthParameters(
              request.getBody() == null ? Map.of() : request.getBodyAsFormParameters())
          .notTooMany();
    } catch (ParseException e) {
      throw OAuthException.invalidRequest(
          "The body is not a form: " + FORM, SpecificationReference.rfc(6749, "4.1.3"));
    }
  }

  /** Reads the parameters of the query of a GET, or of the form of a POST. */
  public static OAuthParameters of(HTTPRequest request) throws OAuthException {
    return repeatable(request).onceEach();
  }

  /** Parses parameters, deferring the check for repetitions until the redirect URI is validated. */
  public static OAuthParameters repeatable(HTTPRequest request) throws OAuthException {
    return request.getMethod() == HTTPRequest.Method.POST
        ? form(request)
        : new OAuthParameters(request.getQueryStringParameters()).notTooMany();
  }

  private OAuthParameters notTooMany() throws OAuthException {
    if (all.size() > MOST) {
      throw OAuthException.invalidRequest(
          "The request has more than " + MOST + " parameters", ONLY_ONCE);
    }
    return this;
  }

  /** These parameters, of which none is there more than once that must not be. */
  public OAuthParameters onceEach() throws OAuthException {
    return once(ONCE);
  }

  /** These parameters, of which these are there once at most. */
  public OAuthParameters once(Collection<String> names) throws OAuthException {
    for (String name : new TreeSet<>(names)) {
      if (all.getOrDefault(name, List.of()).size() > 1) {
        throw OAuthException.invalidRequest(name + " is sent more than once", ONLY_ONCE);
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
  public String require(String name) throws OAuthException {
    return get(name)
        .orElseThrow(
            () ->
                OAuthException.invalidRequest(
                    name + " is missing", SpecificationReference.rfc(6749, "4.1.2.1")));
  }

  /** All of one that may be repeated. */
  public List<String> list(String name) {
    return all.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).toList();
  }
}
