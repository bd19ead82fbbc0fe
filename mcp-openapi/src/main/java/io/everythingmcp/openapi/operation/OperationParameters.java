package io.everythingmcp.openapi.operation;

import io.everythingmcp.openapi.document.ComponentReferences;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of an operation: those of the path item, replaced by its own. */
public final class OperationParameters {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

  /** Ignored as header parameters (Parameter Object, {@code name}). */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  /** Headers of the connection, which the HTTP client sets, and of proxies. */
  private static final Set<String> REFUSED =
      Set.of(
          "host",
          "connection",
          "content-length",
          "expect",
          "upgrade",
          "transfer-encoding",
          "te",
          "trailer",
          "keep-alive",
          "proxy-authorization",
          "cookie");

  private OperationParameters() {}

  /**
   * Returns the parameters without those that are ignored.
   *
   * @throws UnsupportedOperationFeature if one of them is not supported
   */
  public static List<Parameter> of(
      OpenApiDocument document, String path, PathItem item, Operation operation) {
    ComponentReferences references = new ComponentReferences(document);
    List<Parameter> declared = new ArrayList<>();
    addAll(declared, item.getParameters());
    addAll(declared, operation.getParameters());
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Parameter declaration : declared) {
      Parameter parameter = references.parameter(declaration);
      if (parameter.getName() == null || parameter.getIn() == null) {
        throw new UnsupportedOperationFeature("a parameter has no name or no in; expected both");
      }
      String name = parameter.getName().toLowerCase(Locale.ROOT);
      boolean header = parameter.getIn().equals("header");
      if (header && REFUSED.contains(name)) {
        throw new UnsupportedOperationFeature(
            "the header parameter \""
                + parameter.getName()
                + "\" is not supported; expected a header that is not of the connection");
      }
      if (!header || !IGNORED.contains(name)) {
        parameters.put(parameter.getIn() + " " + parameter.getName(), parameter);
      }
    }
    requireVariables(path, parameters);
    return List.copyOf(parameters.values());
  }

  private static void addAll(List<Parameter> all, List<Parameter> more) {
    if (more != null) {
      all.addAll(more);
    }
  }

  private static void requireVariables(String path, Map<String, Parameter> parameters) {
    if (!path.startsWith("/")) {
      throw new UnsupportedOperationFeature(
          "the path does not begin with a slash, so it could change the host of the base URL");
    }
    if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
      throw new UnsupportedOperationFeature(
          "the path has a query or fragment; expected query parameters");
    }
    try {
      URI.create(VARIABLE.matcher(path).replaceAll("x"));
    } catch (IllegalArgumentException e) {
      throw new UnsupportedOperationFeature(
          "the path has characters that a URL cannot have; expected them percent-encoded");
    }
    Set<String> variables = new HashSet<>();
    Matcher matcher = VARIABLE.matcher(path);
    while (matcher.find()) {
      variables.add(matcher.group(1));
      if (!parameters.containsKey("path " + matcher.group(1))) {
        throw new UnsupportedOperationFeature(
            "the path has {" + matcher.group(1) + "}; expected a path parameter of this name");
      }
    }
    for (Parameter parameter : parameters.values()) {
      if (parameter.getIn().equals("path") && !variables.contains(parameter.getName())) {
        throw new UnsupportedOperationFeature(
            "the path parameter \""
                + parameter.getName()
                + "\" is not in the path; expected {"
                + parameter.getName()
                + "}");
      }
    }
  }
}
