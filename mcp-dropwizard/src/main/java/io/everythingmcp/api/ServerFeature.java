package io.everythingmcp.api;

/** Common interface of tools, prompts, resources and resource templates. */
public interface ServerFeature {

  /** {@return the callers for which the feature is listed and can be used; all by default} */
  default FeatureVisibility visibility() {
    return FeatureVisibility.EVERYONE;
  }

  /**
   * Returns whether the feature may block: sleep, or call another system. A blocking feature runs
   * on a thread of its own, and {@code mcp.requestTimeout} and cancellation apply while it runs.
   *
   * @return true by default; false for {@link InstantFeature}
   */
  default boolean isBlocking() {
    return true;
  }

  /**
   * Returns whether the feature sends log messages to the client ({@link RequestContext#logger()},
   * {@link SessionNotifier#log}). A server declares the logging capability if one of its features
   * does, and sends no log messages otherwise.
   *
   * @return false by default
   */
  default boolean logs() {
    return false;
  }
}
