package io.everythingmcp.server.change;

/**
 * Something that changed for everybody.
 *
 * @param kind what it is
 * @param subject the URI of the resource; null where the kind says it all, and where it may be any
 *     resource
 * @param origin the instance where it happened
 */
public record ChangeEvent(Kind kind, String subject, String origin) {

  /** What can change. */
  public enum Kind {
    TOOLS,
    PROMPTS,
    RESOURCES,
    RESOURCE_UPDATED
  }
}
