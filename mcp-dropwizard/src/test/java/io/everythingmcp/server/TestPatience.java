package io.everythingmcp.server;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long a test waits for what it expects, where it names no time of its own: a bound against
 * tests that never end, not a measure of speed. JUnit finds it for all tests of this module.
 */
public final class TestPatience implements BeforeAllCallback {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(LIMIT);
  }
}
