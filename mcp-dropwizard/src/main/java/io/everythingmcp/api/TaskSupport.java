package io.everythingmcp.api;

import java.util.Locale;

/**
 * Requirement level for running a tool as a task.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/tasks">Tasks,
 *     tool-level negotiation</a>
 */
public enum TaskSupport {
  /** The tool must not be run as a task. */
  FORBIDDEN,
  /** The tool may be run as a task. */
  OPTIONAL,
  /** The tool must be run as a task. */
  REQUIRED;

  /** {@return the name of the level in messages} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
