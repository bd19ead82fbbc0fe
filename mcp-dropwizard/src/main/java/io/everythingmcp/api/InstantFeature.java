package io.everythingmcp.api;

/**
 * Feature that returns immediately: it never sleeps, waits for a lock or calls another system. It
 * runs on the thread that read the request, which avoids a change of threads. It cannot be timed
 * out or cancelled while it runs.
 */
public interface InstantFeature extends ServerFeature {
  @Override
  default boolean isBlocking() {
    return false;
  }
}
