package io.everythingmcp.api;

/** What tools, prompts, resources and resource templates have in common. */
public interface ServerFeature {

  /** Who sees it, in lists as in calls. */
  default FeatureVisibility visibility() {
    return FeatureVisibility.EVERYONE;
  }

  /**
   * Whether it may wait: sleep, or talk to another system. Then it runs on a thread that may be
   * held, and {@code mcp.requestTimeout} and cancellations are heard meanwhile. It may, unless it
   * says otherwise: see {@link InstantFeature}.
   */
  default boolean isBlocking() {
    return true;
  }

  /**
   * Whether it writes log messages for the client ({@link RequestContext#logger()}, {@link
   * SessionNotifier#log}). A server declares logging when one of its features does, and sends no
   * log messages otherwise.
   */
  default boolean logs() {
    return false;
  }
}
