package io.everythingmcp.api.support;

import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/**
 * Tool annotations with all four hints set, because the defaults of the specification assume a
 * destructive tool in an open world.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations">Tool
 *     annotations</a>
 */
public final class ToolHints {
  /** Read-only; the result is always the same. */
  public static final ToolAnnotations READ_ONLY = of(true, false, true, false);

  /** Read-only; the result differs between calls. */
  public static final ToolAnnotations READ_ONLY_VARYING = of(true, false, false, false);

  /** Requests input from the user or from a model, so the result cannot be predicted. */
  public static final ToolAnnotations OPEN_WORLD = of(false, false, false, true);

  /** Adds data with each call. */
  public static final ToolAnnotations ADDITIVE = of(false, false, false, false);

  /** Changes a setting; repeated calls have no additional effect. */
  public static final ToolAnnotations IDEMPOTENT = of(false, false, true, false);

  /** Removes data irreversibly. */
  public static final ToolAnnotations DESTRUCTIVE = of(false, true, true, false);

  private ToolHints() {}

  private static ToolAnnotations of(
      boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
    return new ToolAnnotations(null, readOnly, destructive, idempotent, openWorld, null);
  }
}
