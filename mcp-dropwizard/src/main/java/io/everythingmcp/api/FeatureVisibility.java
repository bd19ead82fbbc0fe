package io.everythingmcp.api;

/**
 * Rule that decides which callers can list and use a feature. A feature that is not listed for a
 * caller does not exist for that caller.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools,
 *     listing</a>
 */
@FunctionalInterface
public interface FeatureVisibility {
  /** Visible to all callers. */
  FeatureVisibility EVERYONE = viewer -> true;

  /** Visible in stateful revisions only, where messages can be sent after the request has ended. */
  FeatureVisibility STATEFUL_ONLY = Viewer::session;

  /**
   * Decides whether the feature is visible.
   *
   * @param viewer the caller
   * @return whether it is listed and can be used
   */
  boolean isVisibleTo(Viewer viewer);

  /**
   * {@return whether the result is the same for all callers of an era, so that lists can be cached}
   */
  default boolean isSameForAllCallers() {
    return this == EVERYONE || this == STATEFUL_ONLY;
  }

  /**
   * Caller to which a feature is or is not visible.
   *
   * @param caller the authenticated caller
   * @param session whether there is a session whose stream outlives a request
   */
  record Viewer(CallerIdentity caller, boolean session) {}
}
