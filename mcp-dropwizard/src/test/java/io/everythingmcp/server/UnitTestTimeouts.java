package io.everythingmcp.server;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Default timeout of assertions that wait: it bounds tests that would never end and does not
 * measure speed. JUnit loads it for all tests of this module.
 */
public final class UnitTestTimeouts implements BeforeAllCallback {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(LIMIT);
  }
}
