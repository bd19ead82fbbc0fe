package io.everythingmcp.api;

/**
 * A feature that answers at once: it never sleeps, waits for a lock or talks to another system. It
 * runs on the thread that read the request, which saves a change of threads. While it is worked on
 * nothing can time it out, so a feature that might wait must not be one of these.
 */
public interface InstantFeature extends ServerFeature {
  @Override
  default boolean isBlocking() {
    return false;
  }
}
