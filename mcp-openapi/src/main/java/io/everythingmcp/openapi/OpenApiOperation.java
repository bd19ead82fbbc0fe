package io.everythingmcp.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Operation of an OpenAPI document.
 *
 * @param method HTTP method in upper case
 * @param path path with variables, such as {@code /pets/{petId}}
 * @param operationId its id; empty without one
 * @param tags its tags
 * @param summary its summary; empty without one
 * @param deprecated whether it is deprecated
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html#operation-object">Operation Object</a>
 */
public record OpenApiOperation(
    String method,
    String path,
    Optional<String> operationId,
    List<String> tags,
    Optional<String> summary,
    boolean deprecated) {
  private static final Set<String> SAFE = Set.of("GET", "HEAD");

  /**
   * Returns whether the method is GET or HEAD, which do not change anything.
   *
   * @return whether the operation is safe
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2.1">Safe methods</a>
   */
  public boolean isSafe() {
    return SAFE.contains(method);
  }

  /**
   * Returns the name of the tool unless another one is chosen: the operationId, or the method and
   * the path, with each character that a name cannot have replaced by an underscore.
   *
   * @return a valid tool name if it has at most 128 characters
   */
  public String defaultToolName() {
    return operationId
        .orElse(method.toLowerCase(Locale.ROOT) + path)
        .replaceAll("[^A-Za-z0-9_.-]+", "_")
        .replaceAll("^_+|_+$", "");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
