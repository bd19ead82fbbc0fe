package io.everythingmcp.api;

/**
 * Who sees a feature. One rule for lists and for calls: what is not listed for somebody does not
 * exist for them.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools,
 *     listing</a>
 */
@FunctionalInterface
public interface FeatureVisibility {
  /** Everybody, always. */
  FeatureVisibility EVERYONE = viewer -> true;

  /** Only where messages can follow after the call has ended, which takes a session. */
  FeatureVisibility STATEFUL_ONLY = Viewer::session;

  boolean isVisibleTo(Viewer viewer);

  /** Whether all callers of an era see the same, so that what they see may be kept for all. */
  default boolean isSameForAllCallers() {
    return this == EVERYONE || this == STATEFUL_ONLY;
  }

  /**
   * Who is looking.
   *
   * @param caller who is authenticated
   * @param session whether there is a session whose stream outlives a request
   */
  record Viewer(CallerIdentity caller, boolean session) {}
}
