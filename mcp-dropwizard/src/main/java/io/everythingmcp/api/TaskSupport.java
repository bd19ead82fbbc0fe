package io.everythingmcp.api;

import java.util.Locale;

/**
 * Whether a tool may, must or must not run as a task.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/tasks">Tasks,
 *     tool-level negotiation</a>
 */
public enum TaskSupport {
  FORBIDDEN,
  OPTIONAL,
  REQUIRED;

  /** The word for it on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
