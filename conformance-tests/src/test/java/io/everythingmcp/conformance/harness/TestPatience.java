package io.everythingmcp.conformance.harness;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long a test waits for what it expects, where it names no time of its own. A bound against
 * tests that never end, not a measure of speed: on a small machine with other tests beside it, a
 * page or a process may get no processor for seconds.
 */
public final class TestPatience implements LauncherSessionListener {
  public static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LIMIT);
    PlaywrightAssertions.setDefaultAssertionTimeout((double) LIMIT.toMillis());
  }
}
