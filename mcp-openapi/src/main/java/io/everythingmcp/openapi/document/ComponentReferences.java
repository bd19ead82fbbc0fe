package io.everythingmcp.openapi.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Resolves references to parameters, request bodies, responses, path items and schemes. */
public final class ComponentReferences {
  private final Components components;

  public ComponentReferences(OpenApiDocument document) {
    Components declared = document.model().getComponents();
    this.components = declared == null ? new Components() : declared;
  }

  public Parameter parameter(Parameter parameter) {
    return resolve(parameter, Parameter::get$ref, "parameters", components.getParameters());
  }

  public RequestBody requestBody(RequestBody body) {
    return resolve(body, RequestBody::get$ref, "requestBodies", components.getRequestBodies());
  }

  public ApiResponse response(ApiResponse response) {
    return resolve(response, ApiResponse::get$ref, "responses", components.getResponses());
  }

  public PathItem pathItem(PathItem item) {
    return resolve(item, PathItem::get$ref, "pathItems", components.getPathItems());
  }

  /** The security scheme of a name. */
  public SecurityScheme securityScheme(String name) {
    Map<String, SecurityScheme> schemes = components.getSecuritySchemes();
    if (schemes == null || schemes.get(name) == null) {
      throw new UnsupportedOperationFeature(
          "the security scheme \"" + name + "\" is not in /components/securitySchemes");
    }
    return resolve(schemes.get(name), SecurityScheme::get$ref, "securitySchemes", schemes);
  }

  private static <T> T resolve(
      T start, Function<T, String> reference, String kind, Map<String, T> named) {
    T value = start;
    Set<String> seen = new HashSet<>();
    for (String ref = reference.apply(value); ref != null; ref = reference.apply(value)) {
      String path = JsonPointers.ofReference(ref).toString();
      String prefix = "/components/" + kind + "/";
      T target =
          path.startsWith(prefix) && named != null
              ? named.get(JsonPointers.name(JsonPointers.ofReference(ref)))
              : null;
      if (target == null || !seen.add(ref)) {
        throw new UnsupportedOperationFeature(
            "the reference \"" + ref + "\" has no target; expected one of #" + prefix);
      }
      value = target;
    }
    return value;
  }
}
