package io.everythingmcp.api.support;

import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;

/**
 * What a tool says about its behaviour. Always all four, because the defaults of the specification
 * are the dangerous ones.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations">Tool
 *     annotations</a>
 */
public final class ToolHints {
  /** Changes nothing and gives the same answer every time. */
  public static final ToolAnnotations READ_ONLY = of(true, false, true, false);

  /** Changes nothing, but each call is one of its own. */
  public static final ToolAnnotations READ_ONLY_VARYING = of(true, false, false, false);

  /** Turns to the user or their model, whose answers nobody can foresee. */
  public static final ToolAnnotations OPEN_WORLD = of(false, false, false, true);

  /** Adds something each time. */
  public static final ToolAnnotations ADDITIVE = of(false, false, false, false);

  /** Switches something; doing it twice makes no difference. */
  public static final ToolAnnotations IDEMPOTENT = of(false, false, true, false);

  /** Removes something, and that cannot be taken back. */
  public static final ToolAnnotations DESTRUCTIVE = of(false, true, true, false);

  private ToolHints() {}

  private static ToolAnnotations of(
      boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {
    return new ToolAnnotations(null, readOnly, destructive, idempotent, openWorld, null);
  }
}
