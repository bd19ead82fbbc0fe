package io.everythingmcp.openapi.operation;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.openapi.document.ComponentReferences;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import io.everythingmcp.openapi.request.ParameterBinding.Location;
import io.everythingmcp.openapi.request.RequestTemplate;
import io.everythingmcp.openapi.request.ServiceCredential;
import io.everythingmcp.openapi.request.ServiceCredential.Kind;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Selects the credentials that an operation requires.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#security-requirement-object">Security
 *     Requirement Object</a>
 */
public final class CredentialSelection {
  private final OpenApiDocument document;
  private final Map<String, Function<RequestContext, String>> values;
  private final Optional<Function<RequestContext, Map<String, String>>> headers;

  /**
   * Creates a selection.
   *
   * @param values the configured credentials by the name of the scheme
   * @param headers headers of all requests; then no scheme is needed
   */
  public CredentialSelection(
      OpenApiDocument document,
      Map<String, Function<RequestContext, String>> values,
      Optional<Function<RequestContext, Map<String, String>>> headers) {
    this.document = document;
    this.values = values;
    this.headers = headers;
  }

  /**
   * Selects the first alternative of the operation for which all credentials are configured; one
   * without credentials is the last choice.
   *
   * @throws UnsupportedOperationFeature if there is none
   */
  public RequestTemplate.Credentials select(Operation operation) {
    List<SecurityRequirement> alternatives =
        operation.getSecurity() == null ? document.model().getSecurity() : operation.getSecurity();
    List<ServiceCredential> selected = new ArrayList<>();
    if (alternatives != null && !alternatives.isEmpty()) {
      Optional<SecurityRequirement> first =
          alternatives.stream()
              .filter(alternative -> values.keySet().containsAll(alternative.keySet()))
              .sorted(Comparator.comparing(Map::isEmpty))
              .findFirst();
      if (first.isEmpty() && headers.isEmpty()) {
        throw new UnsupportedOperationFeature(
            "requires the credential "
                + String.join(" or ", alternatives.stream().map(this::described).toList())
                + " of the service; expected credential(…) or credentials(…)");
      }
      first.ifPresent(schemes -> schemes.keySet().forEach(name -> selected.add(credential(name))));
    }
    return new RequestTemplate.Credentials(selected, headers.orElse(call -> Map.of()));
  }

  private String described(SecurityRequirement alternative) {
    return String.join(
        " and ", alternative.keySet().stream().map(name -> "\"" + name + "\"").toList());
  }

  private ServiceCredential credential(String name) {
    SecurityScheme scheme = new ComponentReferences(document).securityScheme(name);
    Function<RequestContext, String> value = values.get(name);
    String kind = String.valueOf(scheme.getType()).toLowerCase(Locale.ROOT);
    String http = String.valueOf(scheme.getScheme()).toLowerCase(Locale.ROOT);
    if (kind.equals("apikey")) {
      return new ServiceCredential(name, location(scheme), scheme.getName(), Kind.PLAIN, value);
    }
    if (kind.equals("http") && http.equals("basic")) {
      return authorization(name, Kind.BASIC, value);
    }
    if (kind.equals("oauth2")
        || kind.equals("openidconnect")
        || (kind.equals("http") && http.equals("bearer"))) {
      return authorization(name, Kind.BEARER, value);
    }
    throw new UnsupportedOperationFeature(
        "the security scheme \""
            + name
            + "\" is not supported; expected apiKey, http basic, http bearer, oauth2 or"
            + " openIdConnect, or credentials(…) instead");
  }

  private static ServiceCredential authorization(
      String scheme, Kind kind, Function<RequestContext, String> value) {
    return new ServiceCredential(scheme, Location.HEADER, "Authorization", kind, value);
  }

  private static Location location(SecurityScheme scheme) {
    return switch (scheme.getIn()) {
      case QUERY -> Location.QUERY;
      case COOKIE -> Location.COOKIE;
      default -> Location.HEADER;
    };
  }
}
