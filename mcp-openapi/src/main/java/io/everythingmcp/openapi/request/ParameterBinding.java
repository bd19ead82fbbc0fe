package io.everythingmcp.openapi.request;

/**
 * How an argument becomes a parameter.
 *
 * @param argument name of the argument
 * @param name name of the parameter
 * @param location where it is sent
 * @param style how arrays and objects are written
 * @param explode whether each element or member is written on its own
 * @param allowReserved whether reserved characters are sent as they are
 * @param json whether the value is sent as JSON ({@code content} instead of {@code schema})
 */
public record ParameterBinding(
    String argument,
    String name,
    Location location,
    Style style,
    boolean explode,
    boolean allowReserved,
    boolean json) {

  /** Where a parameter is sent. */
  public enum Location {
    PATH,
    QUERY,
    HEADER,
    COOKIE
  }

  /**
   * How arrays and objects are written.
   *
   * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#style-values">Style values</a>
   */
  public enum Style {
    SIMPLE,
    LABEL,
    MATRIX,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    DEEP_OBJECT
  }
}
