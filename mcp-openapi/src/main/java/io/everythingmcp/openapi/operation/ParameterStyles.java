package io.everythingmcp.openapi.operation;

import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import io.everythingmcp.openapi.request.ParameterBinding;
import io.everythingmcp.openapi.request.ParameterBinding.Location;
import io.everythingmcp.openapi.request.ParameterBinding.Style;
import io.everythingmcp.openapi.service.JsonMediaTypes;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How parameters and members of forms are written, and whether that is supported. */
final class ParameterStyles {
  private static final Map<String, Location> LOCATIONS =
      Map.of(
          "path", Location.PATH,
          "query", Location.QUERY,
          "header", Location.HEADER,
          "cookie", Location.COOKIE);
  private static final Map<String, Style> STYLES =
      Map.of(
          "simple", Style.SIMPLE,
          "label", Style.LABEL,
          "matrix", Style.MATRIX,
          "form", Style.FORM,
          "spaceDelimited", Style.SPACE_DELIMITED,
          "pipeDelimited", Style.PIPE_DELIMITED,
          "deepObject", Style.DEEP_OBJECT);
  private static final Map<Location, Set<Style>> SUPPORTED =
      Map.of(
          Location.PATH, Set.of(Style.SIMPLE, Style.LABEL, Style.MATRIX),
          Location.QUERY,
              Set.of(Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT),
          Location.HEADER, Set.of(Style.SIMPLE),
          Location.COOKIE, Set.of(Style.FORM));

  private ParameterStyles() {}

  static Location location(Parameter parameter) {
    Location location = LOCATIONS.get(parameter.getIn());
    if (location == null) {
      throw new UnsupportedOperationFeature(
          named(parameter)
              + " is in \""
              + parameter.getIn()
              + "\"; expected one of path, query, header, cookie");
    }
    return location;
  }

  /** The binding of a parameter whose values have a type; empty if the type is unknown. */
  static ParameterBinding binding(Parameter parameter, String argument, Optional<String> type) {
    Location location = location(parameter);
    boolean json = isJson(parameter);
    Style style =
        parameter.getStyle() == null
            ? location == Location.PATH || location == Location.HEADER ? Style.SIMPLE : Style.FORM
            : STYLES.get(parameter.getStyle().toString());
    if (!json && !SUPPORTED.get(location).contains(style)) {
      throw new UnsupportedOperationFeature(
          named(parameter)
              + " has the style \""
              + parameter.getStyle()
              + "\", which is not one of a "
              + parameter.getIn()
              + " parameter");
    }
    boolean structured = type.filter(t -> t.equals("object") || t.equals("array")).isPresent();
    if (location == Location.COOKIE && structured && !json) {
      throw new UnsupportedOperationFeature(
          named(parameter) + " is an " + type.get() + " in a cookie; expected a single value");
    }
    boolean explode = parameter.getExplode() == null ? style == Style.FORM : parameter.getExplode();
    return new ParameterBinding(
        argument,
        parameter.getName(),
        location,
        style,
        explode,
        Boolean.TRUE.equals(parameter.getAllowReserved()),
        json);
  }

  /** The binding of a member of a form; null where the encoding declares no style. */
  static ParameterBinding binding(Encoding encoding, String name, String argument) {
    if (encoding.getStyle() == null) {
      return null;
    }
    Style style = STYLES.get(encoding.getStyle().toString());
    boolean explode = encoding.getExplode() == null ? style == Style.FORM : encoding.getExplode();
    return new ParameterBinding(
        argument + "/" + name,
        name,
        Location.QUERY,
        style,
        explode,
        Boolean.TRUE.equals(encoding.getAllowReserved()),
        false);
  }

  private static boolean isJson(Parameter parameter) {
    if (parameter.getContent() == null || parameter.getContent().isEmpty()) {
      return false;
    }
    String mediaType = parameter.getContent().keySet().iterator().next();
    if (!JsonMediaTypes.matches(mediaType)) {
      throw new UnsupportedOperationFeature(
          named(parameter) + " has the content \"" + mediaType + "\"; expected application/json");
    }
    return true;
  }

  private static String named(Parameter parameter) {
    return "the parameter \"" + parameter.getName() + "\"";
  }
}
