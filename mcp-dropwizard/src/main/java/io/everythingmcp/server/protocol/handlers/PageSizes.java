package io.everythingmcp.server.protocol.handlers;

/**
 * How many entries a page of each list holds.
 *
 * @param tools of {@code tools/list}
 * @param prompts of {@code prompts/list}
 * @param resources of {@code resources/list}
 * @param resourceTemplates of {@code resources/templates/list}
 * @param tasks of {@code tasks/list}
 */
public record PageSizes(int tools, int prompts, int resources, int resourceTemplates, int tasks) {

  /** The same for all lists. */
  public static PageSizes of(int entries) {
    return new PageSizes(entries, entries, entries, entries, entries);
  }

  /** These sizes where they are not 0, and otherwise those from before. */
  public PageSizes but(int ofTools, int ofPrompts, int ofResources, int ofTemplates, int ofTasks) {
    return new PageSizes(
        or(ofTools, tools),
        or(ofPrompts, prompts),
        or(ofResources, resources),
        or(ofTemplates, resourceTemplates),
        or(ofTasks, tasks));
  }

  private static int or(int own, int defaultSize) {
    return own == 0 ? defaultSize : own;
  }
}
