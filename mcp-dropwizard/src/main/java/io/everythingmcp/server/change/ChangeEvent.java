package io.everythingmcp.server.change;

/**
 * A change for all callers.
 *
 * @param kind kind of the change
 * @param subject URI of the resource; null for list changes, and where any resource may have
 *     changed
 * @param origin instance of the change
 */
public record ChangeEvent(Kind kind, String subject, String origin) {

  /** Kind of a change. */
  public enum Kind {
    TOOLS,
    PROMPTS,
    RESOURCES,
    RESOURCE_UPDATED
  }
}
