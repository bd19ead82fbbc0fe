package io.everythingmcp.conformance.harness;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Default timeout of assertions that wait. It bounds tests that would never end and does not
 * measure speed: on a slow machine with concurrent tests, a page or a process may get no processor
 * for seconds.
 */
public final class TestTimeouts implements LauncherSessionListener {
  public static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Awaitility.setDefaultTimeout(LIMIT);
    PlaywrightAssertions.setDefaultAssertionTimeout((double) LIMIT.toMillis());
  }
}
