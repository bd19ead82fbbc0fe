package io.everythingmcp.openapi;

import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/**
 * Tool annotations from the semantics of HTTP methods.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.2">Method properties</a>
 */
final class MethodHints {
  private MethodHints() {}

  /** POST has no destructiveHint: whether it only adds data is unknown. */
  static ToolAnnotations of(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> new ToolAnnotations(null, true, false, true, true, null);
      case "PUT", "DELETE" -> new ToolAnnotations(null, false, true, true, true, null);
      case "PATCH" -> new ToolAnnotations(null, false, true, false, true, null);
      default -> new ToolAnnotations(null, false, null, false, true, null);
    };
  }
}
