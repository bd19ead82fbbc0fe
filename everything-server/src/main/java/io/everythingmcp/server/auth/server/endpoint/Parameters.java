package io.everythingmcp.server.auth.server.endpoint;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request. Each comes once, but for those that may be repeated; an empty one
 * counts as absent.
 *
 * @param all as they were sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
 */
public record Parameters(Map<String, List<String>> all) {
  /** Of all that this server understands only these may come more than once. */
  private static final Set<String> REPEATABLE = Set.of("resource", "audience");

  private static final int MOST = 100;
  private static final String FORM = "application/x-www-form-urlencoded";

  public Parameters {
    all = Map.copyOf(all);
  }

  /** Those of a form in the body. */
  public static Parameters ofForm(HTTPRequest request) throws Refusal {
    try {
      Map<String, List<String>> all =
          request.getBody() == null ? Map.of() : request.getBodyAsFormParameters();
      return new Parameters(all).checked();
    } catch (ParseException e) {
      throw Refusal.invalidRequest("The body is not a form: " + FORM, Rule.rfc(6749, "4.1.3"));
    }
  }

  /** Those of the query of a GET, or of the form of a POST. */
  public static Parameters of(HTTPRequest request) throws Refusal {
    return request.getMethod() == HTTPRequest.Method.POST
        ? ofForm(request)
        : new Parameters(request.getQueryStringParameters()).checked();
  }

  private Parameters checked() throws Refusal {
    boolean repeated =
        all.entrySet().stream()
            .anyMatch(e -> e.getValue().size() > 1 && !REPEATABLE.contains(e.getKey()));
    if (repeated || all.size() > MOST) {
      throw Refusal.invalidRequest("A parameter is there more than once", Rule.rfc(6749, "3.1"));
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
